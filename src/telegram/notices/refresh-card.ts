import { isMoving } from '../../app/claim-topic.ts'
import type { Customer } from '../../domain/people.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { privateLane } from '../lane-of.ts'
import { messageOf, onStaffMessage } from '../outgoing.ts'
import { packReport } from '../report-data.ts'
import type { NoticeScope } from './notice-scope.ts'
import { cardPayload } from './send-card.ts'

/** Brings the card up to date; several changes in a row cost one edit. A refusal is reported: the agents need a card that is true. */
export async function refreshCard(scope: NoticeScope, ticket: Ticket, known?: Customer): Promise<void> {
  const { unit } = scope
  const [thread, customer, attachments] = await Promise.all([
    scope.threadOf(ticket),
    known ?? unit.customers.byId(ticket.customerId),
    unit.tickets.attachmentsOf(ticket.id),
  ])
  // A ticket on its way into its topic gets its card there.
  if (thread === null || isMoving(thread) || customer === null) return
  const { cardCallId, cardMessageId } = thread
  unit.send(
    onStaffMessage(thread, ticket, cardMessageId ?? messageOf(cardCallId), {
      id: scope.ids.next(),
      method: 'editMessageText',
      payload: await cardPayload(scope, { ticket, customer, attachments }, thread),
      // Not `repeatable`: there a card that is gone would count as changed.
      policy: 'at-least-once',
      coalesceKey: `card:${ticket.id}`,
      report: {
        lane: privateLane(customer.telegramId),
        when: 'failure',
        data: packReport({ kind: 'card-edit', ticketId: ticket.id, cardCallId, cardMessageId }),
      },
    }),
  )
}
