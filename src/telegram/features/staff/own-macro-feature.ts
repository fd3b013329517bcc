import { Composer } from 'grammy'
import type { Message } from 'grammy/types'
import { deleteMacro, keepMacro, type MacroFault } from '../../../app/keep-macro.ts'
import { MACRO_MAX, MACRO_NAME_MAX, MACROS_MAX, PLACEHOLDERS } from '../../../domain/macro.ts'
import { answerAgent } from '../../answer-agent.ts'
import { repliedTo } from '../../content/read-content.ts'
import type { DeskContext } from '../../context.ts'
import { ownMacros } from '../../views/macro-screens.ts'
import { actorOf } from './allowed-to.ts'

/** /macro: an agent's own ready answers are saved, deleted, and named. */
export const ownMacroFeature = new Composer<DeskContext>()

ownMacroFeature.command('macro', async (ctx) => {
  const [, what = '', name = '', words = ''] = /^\s*(\S*)\s*(\S*)\s*([\s\S]*)$/.exec(ctx.match) ?? []
  if (/^(?:save|сохранить)$/i.test(what)) {
    const fault = await keepMacro(ctx.desk, actorOf(ctx), name, words || repliedWords(ctx, ctx.message))
    const html = fault === null ? ctx.t.html('macro-kept', { name }) : faultWords(ctx, fault)
    return answerAgent(ctx, html)
  }
  if (/^(?:delete|удалить)$/i.test(what)) {
    const isGone = await deleteMacro(ctx.desk, actorOf(ctx), name)
    const shown = [...name].slice(0, MACRO_NAME_MAX).join('')
    const html = isGone
      ? ctx.t.html('macro-deleted', { name: shown })
      : ctx.t.html('macro-unknown', { name: shown })
    return answerAgent(ctx, html)
  }
  const own = await ctx.desk.stores.macros.of(ctx.agent.id)
  await answerAgent(ctx, ownMacros(ctx.t, own, MACRO_MAX))
})

/** The agent's own message that the command replies to: what others wrote is not theirs to keep. */
function repliedWords(ctx: DeskContext, message: Message | undefined): string {
  const reply = message?.reply_to_message
  if (message === undefined || reply === undefined || repliedTo(message) === null) return ''
  return reply.from?.id === ctx.from?.id ? (reply.text ?? reply.caption ?? '') : ''
}

function faultWords({ t }: DeskContext, fault: MacroFault): string {
  switch (fault.kind) {
    case 'name':
      return t.html('macro-bad-name', { max: MACRO_NAME_MAX })
    case 'empty':
      return t.html('macro-empty')
    case 'too-long':
      return t.html('macro-too-long', { max: MACRO_MAX, length: fault.length })
    case 'too-many':
      return t.html('macro-too-many', { max: MACROS_MAX })
    case 'placeholder':
      return t.html('macro-bad-place', {
        name: fault.name,
        known: PLACEHOLDERS.map((place) => `{${place}}`).join(', '),
      })
    default:
      return fault satisfies never
  }
}
