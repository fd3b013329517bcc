import { Composer } from 'grammy'
import type { Message } from 'grammy/types'
import { moveTicket } from '../../../app/move-ticket.ts'
import { recordAudit } from '../../../app/record-audit.ts'
import { retractMessage } from '../../../app/retract-message.ts'
import { readSubject } from '../../../app/subject.ts'
import { takeTicket } from '../../../app/take-ticket.ts'
import { TicketError } from '../../../domain/errors.ts'
import type { TicketAction } from '../../../domain/lifecycle.ts'
import type { Ticket } from '../../../domain/ticket.ts'
import { visibleName } from '../../../domain/visible-name.ts'
import { tellAgentPrivately } from '../../answer-agent.ts'
import { repliedTo } from '../../content/read-content.ts'
import type { DeskContext } from '../../context.ts'
import { tellAgent } from '../../say.ts'
import { staffStatusWord } from '../../views/words.ts'
import { actorOf } from './allowed-to.ts'
import { ticketOfCommand } from './find-ticket.ts'
import { markDone } from './mark-done.ts'

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

staffCommandFeature.command('take', (ctx) =>
  onTicket(ctx, async (ticket) => {
    await takeTicket(ctx.desk, ticket, ctx.agent)
    markDone(ctx)
  }),
)
staffCommandFeature.command('pending', (ctx) => move(ctx, 'ask-customer'))
staffCommandFeature.command('resolve', (ctx) => move(ctx, 'resolve'))
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

type Command = DeskContext & { readonly match: string }

function move(ctx: Command, action: TicketAction): Promise<void> {
  const by = { actor: `agent:${ctx.agent.id}`, agent: ctx.agent } as const
  return onTicket(ctx, async (ticket) => {
    const moved = await moveTicket(ctx.desk, ticket, action, by)
    if (moved === ticket)
      tellAgent(ctx, ctx.t.html('staff-already', { status: staffStatusWord(ctx.t, ticket.status) }))
    else markDone(ctx)
  })
}

async function onTicket(ctx: Command, act: (ticket: Ticket) => Promise<unknown>): Promise<void> {
  const { ticket } = await ticketOfCommand(ctx)
  if (ticket === null) return tellAgent(ctx, ctx.t.html('staff-no-ticket'))
  try {
    await act(ticket)
  } catch (error) {
    if (!(error instanceof TicketError)) throw error
    tellAgent(ctx, ctx.t.html('staff-refused', { status: staffStatusWord(ctx.t, ticket.status) }))
  }
}
