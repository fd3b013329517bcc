import { resendMessage } from '../../../app/resend-message.ts'
import { retractMessage } from '../../../app/retract-message.ts'
import type { Ticket } from '../../../domain/ticket.ts'
import { changeAnswer } from '../../answer-agent.ts'
import type { DeskContext } from '../../context.ts'
import { staffName } from '../../notices/staff-name.ts'

/** Buttons under a word about one message of the ticket: take it back, send it once more. A second tap changes nothing. */
export async function tapOnMessage(
  ctx: DeskContext,
  ticket: Ticket,
  action: 'take-back' | 'resend',
  messageId: string,
): Promise<void> {
  const message = await ctx.desk.stores.messages.byId(messageId)
  // Of another ticket, whatever the data says.
  if (message?.ticketId !== ticket.id) return ctx.answerTap(ctx.t.plain('tap-unknown'))
  const [act, word] = action === 'resend' ? [resendMessage, 'tap-resent'] : [retractMessage, 'tap-taken-back']
  const isDone = await act(ctx.desk, message, ctx.agent)
  ctx.answerTap(ctx.t.plain(isDone ? word : 'tap-done-before'))
  // "Not delivered" is no longer true; what is taken back gets a word of its own.
  const tapped = ctx.callbackQuery?.message
  // https://core.telegram.org/bots/api#inaccessiblemessage
  if (!isDone || action !== 'resend' || tapped === undefined || tapped.date === 0) return
  const names = { unit: ctx.desk.stores, staffTexts: ctx.t }
  changeAnswer(ctx, ctx.t.html('word-resent', { name: await staffName(names, ctx.agent.id, tapped.chat.id) }))
}
