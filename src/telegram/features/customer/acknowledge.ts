import { packSubject } from '../../../app/subject.ts'
import type { KeptMessage } from '../../../domain/intake/draft.ts'
import { GATHER_MESSAGES_MS, gatherUntil } from '../../../domain/pace.ts'
import type { Ticket } from '../../../domain/ticket.ts'
import { formatTicketNumber } from '../../../domain/ticket-number.ts'
import type { DeskContext } from '../../context.ts'
import { ALBUM_SETTLES_MS } from '../../conversations/ask-step.ts'
import { reactionPayload, TAKEN_IN } from '../../notices/mark-message.ts'
import { toCustomer } from '../../outgoing.ts'
import { packReport } from '../../report-data.ts'
import { htmlText } from '../../views/keyboard.ts'

/** How many of the last messages are looked through for other parts of an album. */
const ALBUM_LOOK_BACK = 30

/** A reaction on what they wrote says that it is in the ticket; where Telegram does not take it, words do. */
export async function acknowledge(ctx: DeskContext, ticket: Ticket, message: KeptMessage): Promise<void> {
  const settles = new Date(ctx.desk.now.getTime() + ALBUM_SETTLES_MS)
  ctx.unit.send(
    toCustomer(ctx.customer, {
      id: ctx.desk.ids.next(),
      method: 'setMessageReaction',
      payload: { message_id: await firstPart(ctx, ticket, message), ...reactionPayload(TAKEN_IN) },
      policy: 'at-most-once',
      coalesceKey: `added:${message.albumId ?? message.messageId}`,
      notBefore: message.albumId === null ? null : settles,
      report: {
        lane: ctx.unit.lane,
        when: 'failure',
        data: packReport({ kind: 'acknowledgement', ticketId: ticket.id }),
      },
    }),
  )
}

/** An album is one message to those who look at it, in whatever order its parts come. */
async function firstPart(ctx: DeskContext, ticket: Ticket, message: KeptMessage): Promise<number> {
  if (message.albumId === null) return message.messageId
  const last = await ctx.desk.stores.messages.lastOf(ticket.id, ALBUM_LOOK_BACK)
  const parts = last.filter(({ albumId }) => albumId === message.albumId)
  return Math.min(message.messageId, ...parts.map(({ sourceMessageId }) => sourceMessageId))
}

/** Of many at once it is said once, in words. */
export function sayAdded(ctx: DeskContext, ticket: Ticket, message: KeptMessage): void {
  const settles = new Date(ctx.desk.now.getTime() + ALBUM_SETTLES_MS)
  const gathered = gatherUntil(ctx.desk.now, GATHER_MESSAGES_MS)
  ctx.unit.send(
    toCustomer(ctx.customer, {
      id: ctx.desk.ids.next(),
      method: 'sendMessage',
      payload: htmlText(ctx.t.html('message-added', { number: formatTicketNumber(ticket.number) })),
      policy: 'at-most-once',
      coalesceKey: `added:${ticket.id}`,
      notBefore: message.albumId === null ? gathered : settles,
      subject: packSubject({ kind: 'notice', ticketId: ticket.id }),
    }),
  )
}
