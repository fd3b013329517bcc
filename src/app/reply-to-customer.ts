import type { KeptMessage } from '../domain/intake/draft.ts'
import { canHappen } from '../domain/lifecycle.ts'
import type { Agent } from '../domain/people.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { MessageAuthor, TicketMessage } from '../domain/ticket-message.ts'
import { customerOf } from './customer-of.ts'
import type { Desk } from './desk.ts'
import { keepFileOf } from './keep-file.ts'
import { keepPromises } from './keep-promises.ts'
import { moveTicket } from './move-ticket.ts'
import { repliedMessage } from './replied-message.ts'
import { takeTicket } from './take-ticket.ts'
import { warnOfCrossing } from './warn-of-crossing.ts'

/** How many of the last messages are looked through for other parts of an album: it has ten, others may write meanwhile. */
const ALBUM_LOOK_BACK = 30

/**
 * Sends what an agent wrote to the customer and keeps it in the history. A new ticket is open from then on, and who answers a
 * ticket that nobody has taken takes it: the customer's next message has to notify somebody.
 */
export async function replyToCustomer(
  desk: Desk,
  agent: Agent,
  ticket: Ticket,
  written: KeptMessage,
  staffChatId: number,
): Promise<Ticket> {
  const message = await staffMessage(desk, agent, ticket, written, staffChatId, 'agent')
  desk.stores.messages.add(message)
  await keepFileOf(desk, message.content)
  const moved = await openByReply(desk, agent, ticket)
  const customer = await customerOf(desk, moved)
  await desk.notices.agentWrote({ ticket: moved, customer, agent, message })
  await warnOfCrossing(desk, moved, message)
  return moved
}

async function openByReply(desk: Desk, agent: Agent, before: Ticket): Promise<Ticket> {
  const ticket = before.firstReplyAt === null ? await firstReply(desk, before) : before
  if (ticket.assigneeId === null && canHappen(ticket.status, 'take')) return takeTicket(desk, ticket, agent)
  if (!canHappen(ticket.status, 'agent-reply')) return ticket
  return moveTicket(desk, ticket, 'agent-reply', { actor: `agent:${agent.id}`, agent })
}

/** From then on the promise is kept. */
async function firstReply(desk: Desk, before: Ticket): Promise<Ticket> {
  const answered = { ...before, firstReplyAt: desk.now, version: before.version + 1 }
  const ticket = await keepPromises(desk, answered)
  desk.stores.tickets.update(ticket)
  return ticket
}

/** Keeps an internal note in the history; the customer never sees it, nor any part of an album it is the caption of. */
export async function addNote(
  desk: Desk,
  agent: Agent,
  ticket: Ticket,
  written: KeptMessage,
  staffChatId: number,
): Promise<void> {
  const note = await staffMessage(desk, agent, ticket, written, staffChatId, 'note')
  desk.stores.messages.add(note)
  await keepFileOf(desk, written.content)
  const soFar = await albumSoFar(desk, ticket, written)
  const sent = soFar.filter((part) => part.author === 'agent')
  const customer = await customerOf(desk, ticket)
  for (const message of sent) {
    desk.stores.messages.update({ ...message, author: 'note' })
    await desk.notices.partRecalled({ ticket, customer, message })
  }
  // An album is one message to those who look at it.
  if (soFar.every((part) => part.author === 'agent' || part.id === note.id))
    await desk.notices.messageMarked({ ticket, message: note, as: 'note' })
}

/** Whether an earlier part of the same album has made a note of it. */
export async function belongsToNote(desk: Desk, ticket: Ticket, written: KeptMessage): Promise<boolean> {
  return (await albumSoFar(desk, ticket, written)).some((part) => part.author === 'note')
}

/** The parts of the album that came before; they come one right after the other. */
async function albumSoFar(
  desk: Desk,
  ticket: Ticket,
  { albumId }: KeptMessage,
): Promise<readonly TicketMessage[]> {
  if (albumId === null) return []
  const last = await desk.stores.messages.lastOf(ticket.id, ALBUM_LOOK_BACK)
  return last.filter((message) => message.albumId === albumId)
}

/** What a member of the staff wrote, as the history keeps it; with the call that is to show it, where it is for the customer. */
export async function staffMessage(
  desk: Desk,
  agent: Agent,
  ticket: Ticket,
  written: KeptMessage,
  staffChatId: number,
  author: MessageAuthor,
): Promise<TicketMessage> {
  return {
    id: desk.ids.next(),
    ticketId: ticket.id,
    author,
    agentId: agent.id,
    content: written.content,
    replyToId: await repliedMessage(desk, ticket, staffChatId, written.replyToMessageId),
    albumId: written.albumId,
    sourceChatId: staffChatId,
    sourceMessageId: written.messageId,
    mirrorCallId: author === 'agent' ? desk.ids.next() : null,
    sharesMirror: false,
    createdAt: desk.now,
    editedAt: null,
    retractedAt: null,
  }
}
