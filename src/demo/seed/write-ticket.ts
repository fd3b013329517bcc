import { withPromises } from '../../app/keep-promises.ts'
import { slaOf } from '../../domain/sla.ts'
import type { SlaRules } from '../../domain/sla-rules.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { TicketEvent, TicketMessage } from '../../domain/ticket-message.ts'
import type { AppUnit } from '../../persistence/open-database.ts'
import { STAFF_CHAT_ID } from '../cast.ts'
import type { PastTicket } from './past-tickets.ts'

export interface TicketFrame {
  readonly number: string
  /** Its place among all. */
  readonly place: number
  readonly customerTelegramId: number
  readonly sla: SlaRules
}

/** No message of a chat in the playground gets so far. */
const FIRST_MESSAGE_ID = 900_000_000
const MESSAGES_A_TICKET = 100

/** Puts a ticket that has ended into the unit, with all that was said and done. */
export function writeTicket(unit: AppUnit, past: PastTicket, frame: TicketFrame): void {
  const events = eventsOf(past, frame.place)
  const ticket = ticketOf(past, frame, events)
  unit.tickets.add(ticket, [])
  for (const event of events) unit.events.add(event)
  for (const message of messagesOf(past, ticket, frame)) unit.messages.add(message)
  if (past.tag !== null) unit.tags.add(ticket.id, past.tag)
  const { categoryId, score, comment, endedAt } = past
  if (score === null) return
  unit.ratings.save({
    ...{ ticketId: ticket.id, categoryId, agentId: ticket.assigneeId, score, comment },
    at: new Date(endedAt),
  })
}

function ticketOf(past: PastTicket, frame: TicketFrame, events: readonly TicketEvent[]): Ticket {
  const { priority, id: problemId } = past.problem
  const firstReply = past.said.find(({ by }) => by === 'agent')
  const createdAt = new Date(past.createdAt)
  const endedAt = new Date(past.endedAt)
  const ticket: Ticket = {
    ...{ id: ticketId(frame.place), number: frame.number, customerId: `seed-customer-${past.customer}` },
    ...{ categoryId: past.categoryId, problemId, priority, orderNumber: past.orderNumber },
    description: past.description,
    status: past.agent === null ? 'cancelled' : 'closed',
    ...{ replyChannel: 'telegram', replyTo: null, precededById: null, mergedIntoId: null },
    assigneeId: past.agent === null ? null : agentId(past.agent),
    ...{ createdAt, promisedAt: createdAt, resolveBy: null, slaNextAt: null, slaTold: '' },
    firstReplyAt: firstReply === undefined ? null : new Date(firstReply.at),
    resolvedAt: past.agent === null ? null : new Date(past.resolvedAt),
    ...{ delayedUntil: null, closingToldAt: null, endedAt, strippedAt: null, version: events.length },
  }
  return { ...withPromises(ticket, slaOf(ticket, events, frame.sla, endedAt), frame.sla), slaNextAt: null }
}

function eventsOf(past: PastTicket, place: number): readonly TicketEvent[] {
  const events: TicketEvent[] = []
  const add = (
    kind: TicketEvent['kind'],
    actor: string,
    change: readonly [string | null, string],
    at: number,
  ) => {
    const [before, after] = change
    const id = `${ticketId(place)}-e${events.length}`
    events.push({ id, ticketId: ticketId(place), kind, actor, before, after, at: new Date(at) })
  }
  add('opened', 'customer', [null, 'new'], past.createdAt)
  if (past.agent === null) {
    add('status-changed', 'customer', ['new', 'cancelled'], past.endedAt)
    return events
  }
  const agent = `agent:${agentId(past.agent)}`
  add('assigned', agent, [null, agentId(past.agent)], past.takenAt)
  add('status-changed', agent, ['new', 'open'], past.takenAt)
  if (past.tag !== null) add('tagged', agent, ['', past.tag], past.resolvedAt)
  add('status-changed', agent, ['open', 'resolved'], past.resolvedAt)
  add('status-changed', past.score === null ? agent : 'customer', ['resolved', 'closed'], past.endedAt)
  return events
}

function messagesOf(past: PastTicket, ticket: Ticket, frame: TicketFrame): readonly TicketMessage[] {
  return past.said.map(({ by, text, at }, place) => ({
    ...{ id: `${ticket.id}-m${place}`, ticketId: ticket.id, author: by },
    agentId: by === 'customer' ? null : ticket.assigneeId,
    content: { kind: 'text', body: { text, entities: [] } },
    ...{ replyToId: null, albumId: null, mirrorCallId: null, sharesMirror: false },
    sourceChatId: by === 'customer' ? frame.customerTelegramId : STAFF_CHAT_ID,
    sourceMessageId: FIRST_MESSAGE_ID + frame.place * MESSAGES_A_TICKET + place,
    ...{ createdAt: new Date(at), editedAt: null, retractedAt: null },
  }))
}

const ticketId = (place: number) => `seed-ticket-${place}`
const agentId = (place: number) => `seed-agent-${place}`
