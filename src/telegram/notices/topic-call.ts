import { ticketStream } from '../../app/streams.ts'
import { CALL_PRIORITY, type OutgoingCall } from '../../delivery/outgoing-call.ts'
import type { Customer } from '../../domain/people.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { privateLane } from '../lane-of.ts'
import { toStaffGroup } from '../outgoing.ts'
import { packReport } from '../report-data.ts'
import { topicName } from '../views/card.ts'
import type { NoticeScope } from './notice-scope.ts'

/** A topic, the card in it, what was said and the line in General are four actions at most, but somebody works on the ticket now. */
export const CLAIM_ROOM_PERCENT = 60

/** Asks for a topic of the ticket's own, if the group is calm enough; `kind` of report tells what for. */
export function topicCall(
  scope: NoticeScope,
  chatId: number,
  { ticket, customer }: { ticket: Ticket; customer: Customer },
  ask: { id: string; kind: 'topic' | 'claim'; roomPercent: number },
): OutgoingCall {
  const call = toStaffGroup(chatId, null, {
    id: ask.id,
    method: 'createForumTopic',
    payload: { name: topicName(scope.staffTexts, scope.rules.catalog, ticket, customer) },
    policy: 'at-most-once',
    priority: ticket.priority === 'urgent' ? CALL_PRIORITY.urgent : CALL_PRIORITY.card,
    roomPercent: ask.roomPercent,
    report: {
      lane: privateLane(customer.telegramId),
      when: 'always',
      data: packReport({ kind: ask.kind, ticketId: ticket.id }),
    },
  })
  return { ...call, stream: ticketStream(ticket.id) }
}
