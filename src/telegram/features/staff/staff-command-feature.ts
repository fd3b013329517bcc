import { Composer } from 'grammy'
import type { Message } from 'grammy/types'
import { recordAudit } from '../../../app/record-audit.ts'
import { retractMessage } from '../../../app/retract-message.ts'
import { readSubject } from '../../../app/subject.ts'
import { visibleName } from '../../../domain/visible-name.ts'
import { tellAgentPrivately } from '../../answer-agent.ts'
import { repliedTo } from '../../content/read-content.ts'
import type { DeskContext } from '../../context.ts'
import { tellAgent } from '../../say.ts'
import { actorOf } from './allowed-to.ts'

const NAME_MAX = 32

/** Commands of the staff group. Whatever begins with a slash never reaches a customer. */
export const staffCommandFeature = new Composer<DeskContext>()

staffCommandFeature.command('name', (ctx) => {
  const name = visibleName(ctx.match)
  if (name === '' || [...name].length > NAME_MAX) {
    return tellAgent(ctx, ctx.t.html('name-usage', { max: NAME_MAX }))
  }
  const before = ctx.agent.displayName
  recordAudit(ctx.desk, actorOf(ctx), { action: 'named', subject: 'name', before, after: name })
  ctx.agent = { ...ctx.agent, displayName: name }
  ctx.desk.stores.agents.save(ctx.agent)
  tellAgent(ctx, ctx.t.html('name-set', { name }))
})

staffCommandFeature.command('retract', async (ctx) => {
  const target = ctx.message === undefined ? null : repliedTo(ctx.message)
  const chatId = ctx.chat.id
  let message = target === null ? null : await ctx.desk.stores.messages.bySource(chatId, target)
  if (message === null && target !== null) {
    const subject = readSubject((await ctx.desk.stores.links.subjectOf(chatId, target)) ?? '')
    message = subject?.kind === 'message' ? await ctx.desk.stores.messages.byId(subject.messageId) : null
  }
  if (message?.author === 'agent' && message.retractedAt !== null) {
    return tellAgent(ctx, ctx.t.html('retract-already'))
  }
  const done = message !== null && (await retractMessage(ctx.desk, message, ctx.agent))
  if (!done) tellAgent(ctx, ctx.t.html('retract-usage'))
})

staffCommandFeature.command(['help', 'start'], (ctx) => tellAgentPrivately(ctx, ctx.t.html('staff-help')))

staffCommandFeature.on('message', (ctx, next) => {
  if (!isStaffCommand(ctx.message)) return next()
  tellUnknownCommand(ctx, ctx.message)
})

/** Anything that begins with a slash, also where Telegram sees no command in it: `/взять`, a photo's caption. */
export function isStaffCommand(message: Message): boolean {
  return /^\s*\/(?!\/)/.test(wordsOf(message))
}

export function tellUnknownCommand(ctx: DeskContext, message: Message): void {
  const command = wordsOf(message).trimStart().split(/\s/)[0] ?? ''
  // A command for another bot of the group is none of ours.
  if (command.includes('@') && !command.toLowerCase().endsWith(`@${ctx.me.username.toLowerCase()}`)) return
  tellAgent(ctx, ctx.t.html('staff-unknown-command', { command: command.slice(0, 40) }))
}

function wordsOf(message: Message): string {
  return message.text ?? message.caption ?? ''
}
