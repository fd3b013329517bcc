import type { Customer } from '../../domain/people.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { messageOf, onStaffMessage } from '../outgoing.ts'
import { ticketCard } from '../views/card.ts'
import type { NoticeScope } from './notice-scope.ts'

/** Brings the card up to date; several changes in a row cost one edit. */
export async function refreshCard(scope: NoticeScope, ticket: Ticket, known?: Customer): Promise<void> {
  const { unit, rules } = scope
  const thread = await scope.threadOf(ticket)
  if (thread === null) return
  const customer = known ?? (await unit.customers.byId(ticket.customerId))
  if (customer === null) return
  const before = ticket.precededById === null ? null : await unit.tickets.byId(ticket.precededById)
  const payload = ticketCard(scope.staffTexts, rules.catalog, rules.timeZone, {
    ticket,
    customer,
    assignee: ticket.assigneeId === null ? null : await unit.agents.byId(ticket.assigneeId),
    attachments: (await unit.tickets.attachmentsOf(ticket.id)).length,
    precededBy: before?.number ?? null,
  })
  const card = thread.cardMessageId ?? messageOf(thread.cardCallId)
  unit.send(
    onStaffMessage(thread, ticket, card, {
      id: scope.ids.next(),
      method: 'editMessageText',
      payload,
      coalesceKey: `card:${ticket.id}`,
    }),
  )
}
