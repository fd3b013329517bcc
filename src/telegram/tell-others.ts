import type { OutsideEvent, TicketChange } from '../app/outside-event.ts'
import type { Ids } from '../app/ports.ts'
import { ticketFacts } from '../app/ticket-facts.ts'
import { BESIDE_TELEGRAM, type OutgoingCall, POST_EVENT, QUEUES, queueOf } from '../delivery/outgoing-call.ts'
import type { Rating } from '../domain/rating.ts'
import type { TicketEvent, TicketMessage } from '../domain/ticket-message.ts'
import type { DeskUnit } from './context.ts'
import type { EventHandler } from './handle-event.ts'

interface Noted {
  readonly ticketId: string
  readonly change: TicketChange
}

/**
 * The same handler, whose units also promise to tell another system what they do to tickets. It goes by what is written: the
 * audit, the history, the ratings. No use case has to know.
 */
export function tellOthers(
  handler: EventHandler,
  { ids, now }: { readonly ids: Ids; readonly now: () => Date },
): EventHandler {
  return {
    async handle(event, unit) {
      const noted: Noted[] = []
      const later = await handler.handle(
        event,
        watch(unit, (one) => noted.push(one)),
      )
      for (const one of noted) await promise(unit, one, ids.next(), now())
      return later
    },
    giveUp: (event, unit) => handler.giveUp(event, unit),
  }
}

function watch(unit: DeskUnit, note: (noted: Noted) => void): DeskUnit {
  const noteAll = (ticketId: string, change: TicketChange | null) => {
    if (change !== null) note({ ticketId, change })
  }
  return {
    ...unit,
    events: {
      ...unit.events,
      add(event) {
        unit.events.add(event)
        noteAll(event.ticketId, changeOfAudit(event))
      },
    },
    messages: {
      ...unit.messages,
      add(message) {
        unit.messages.add(message)
        noteAll(message.ticketId, changeOfMessage(message))
      },
    },
    ratings: {
      ...unit.ratings,
      save(rating: Rating) {
        unit.ratings.save(rating)
        note({ ticketId: rating.ticketId, change: { type: 'ticket.rated', score: rating.score } })
      },
    },
  }
}

function changeOfAudit({ kind, before, after }: TicketEvent): TicketChange | null {
  switch (kind) {
    case 'opened':
      return { type: 'ticket.opened' }
    case 'assigned':
      return { type: 'ticket.assigned' }
    case 'status-changed':
      return { type: 'ticket.status_changed', before: before ?? '', after: after ?? '' }
    case 'priority-changed':
      return { type: 'ticket.priority_changed', before, after }
    default:
      return null
  }
}

/** A note stays among the agents. */
function changeOfMessage({ author, id: messageId }: TicketMessage): TicketChange | null {
  return author === 'note' ? null : { type: 'ticket.replied', by: author, messageId }
}

async function promise(
  unit: DeskUnit,
  { ticketId, change: { type, ...change } }: Noted,
  id: string,
  now: Date,
): Promise<void> {
  const ticket = await unit.tickets.byId(ticketId)
  if (ticket === null) return
  const facts = await ticketFacts(unit.agents, ticket, now)
  const event: OutsideEvent = { id, type, createdAt: now.toISOString(), ticket: facts, change }
  unit.send(eventCall(id, ticketId, event))
}

/** One ticket's events go one after the other. */
function eventCall(id: string, ticketId: string, event: OutsideEvent): OutgoingCall {
  return {
    ...BESIDE_TELEGRAM,
    id,
    chatId: queueOf(QUEUES.events, ticketId),
    stream: `events:${ticketId}`,
    method: POST_EVENT,
    payload: { ...event },
    // The receiver knows it again by its id.
    policy: 'repeatable',
  }
}
