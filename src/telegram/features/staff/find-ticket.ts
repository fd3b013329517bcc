import type { Message } from 'grammy/types'
import { ticketShownBy } from '../../../app/route-customer-message.ts'
import { packSubject } from '../../../app/subject.ts'
import type { Ticket } from '../../../domain/ticket.ts'
import { readTicketNumber } from '../../../domain/ticket-number.ts'
import { readTap, type StaffAction } from '../../callback-data/callback-data.ts'
import { repliedTo } from '../../content/read-content.ts'
import type { DeskContext } from '../../context.ts'
import { onStaffMessage } from '../../outgoing.ts'

/** The ticket an agent's message is about: the one of its topic, or the one whose card or message it replies to. */
export async function ticketOfMessage(ctx: DeskContext, message: Message): Promise<Ticket | null> {
  const topicId = message.is_topic_message ? message.message_thread_id : undefined
  if (topicId !== undefined) return ticketOfTopic(ctx, message, topicId)
  const target = repliedTo(message)
  if (target === null) return null
  return (await ticketShownBy(ctx.desk, message.chat.id, target)) ?? ticketOnButtons(ctx, message)
}

/**
 * The ticket a command is about, and the rest of its words: `/take 123-456` names it, else it is the one of the place. A ticket that
 * lives in another group can't be worked from here.
 */
export async function ticketOfCommand(
  ctx: DeskContext & { readonly match: string },
): Promise<{ readonly ticket: Ticket | null; readonly words: string }> {
  const words = ctx.match.trim()
  const [first = ''] = /^(?:№|#)?\s*\d[\d\-–—]*(?=\s|$)/.exec(words) ?? []
  const number = readTicketNumber(first)
  if (number === null) {
    const { message } = ctx
    return { ticket: message === undefined ? null : await ticketOfMessage(ctx, message), words }
  }
  return { ticket: await ticketHere(ctx, number), words: words.slice(first.length).trim() }
}

/** The ticket with this number, if it lives in the group the agent writes in. */
export async function ticketHere(ctx: DeskContext, number: string): Promise<Ticket | null> {
  const ticket = await ctx.desk.stores.tickets.byNumber(number)
  const thread = ticket === null ? null : await ctx.desk.stores.threads.ofTicket(ticket.id)
  return thread?.chatId === ctx.chat?.id ? ticket : null
}

async function ticketOfTopic(ctx: DeskContext, message: Message, topicId: number): Promise<Ticket | null> {
  const thread = await ctx.desk.stores.threads.byTopic(message.chat.id, topicId)
  if (thread !== null) return ctx.desk.stores.tickets.byId(thread.ticketId)
  return adoptTopic(ctx, message, topicId)
}

/**
 * A topic of the bot's own that no ticket knows: Telegram made it, but its answer got lost. Its name begins with the ticket's
 * number; from now on the ticket lives there, unless it has found another topic meanwhile.
 */
async function adoptTopic(ctx: DeskContext, message: Message, topicId: number): Promise<Ticket | null> {
  const created = message.reply_to_message
  if (created?.from?.id !== ctx.me.id) return null
  const number = readTicketNumber(created.forum_topic_created?.name.split(' ')[0] ?? '')
  const ticket = number === null ? null : await ctx.desk.stores.tickets.byNumber(number)
  const thread = ticket === null ? null : await ctx.desk.stores.threads.ofTicket(ticket.id)
  if (ticket === null || thread === null || thread.chatId !== message.chat.id) return null
  if (thread.topicId === null) ctx.desk.stores.threads.save({ ...thread, topicId, topicCallId: null })
  return ticket
}

/** A copy of a card that we don't know (its answer got lost) still names its ticket in its buttons. */
async function ticketOnButtons(ctx: DeskContext, message: Message): Promise<Ticket | null> {
  const copy = message.reply_to_message
  if (copy?.from?.id !== ctx.me.id) return null
  const button = copy.reply_markup?.inline_keyboard[0]?.[0]
  const tap = button !== undefined && 'callback_data' in button ? readTap(button.callback_data) : null
  const ticket = tap?.kind === 'staff' ? await ctx.desk.stores.tickets.byId(tap.ticketId) : null
  if (ticket !== null && tap?.kind === 'staff' && isOnCard(tap.action)) await adoptCard(ctx, ticket, copy)
  return ticket
}

/** Buttons under a word about a message are no card's: such a word must never take the card's place. */
export function isOnCard(action: StaffAction): boolean {
  return action !== 'take-back' && action !== 'resend'
}

/** What tells where a message stands. */
type Placed = Pick<Message, 'message_id' | 'message_thread_id' | 'is_topic_message'>

/** A card sent twice (its answer got lost): the copy that is used stays, the other goes. What stands elsewhere is no copy. */
export async function adoptCard(ctx: DeskContext, ticket: Ticket, copy: Placed): Promise<void> {
  const thread = await ctx.desk.stores.threads.ofTicket(ticket.id)
  const messageId = copy.message_id
  if (thread === null || thread.cardMessageId === null || thread.cardMessageId === messageId) return
  if ((copy.is_topic_message ? copy.message_thread_id : null) !== thread.topicId) return
  ctx.desk.stores.threads.save({ ...thread, cardMessageId: messageId })
  const subject = packSubject({ kind: 'card', ticketId: ticket.id })
  ctx.desk.stores.links.add({ chatId: thread.chatId, messageId, subject })
  ctx.unit.send(
    onStaffMessage(thread, ticket, thread.cardMessageId, {
      id: ctx.desk.ids.next(),
      method: 'deleteMessage',
      payload: {},
    }),
  )
}
