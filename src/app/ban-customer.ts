import { bannedUntil } from '../domain/ban.ts'
import type { Customer } from '../domain/people.ts'
import type { Ticket } from '../domain/ticket.ts'
import { customerOf } from './customer-of.ts'
import type { Desk } from './desk.ts'
import { recordAudit, type StaffActor } from './record-audit.ts'

export interface Ban {
  readonly until: Date
  readonly reason: string
}

/** Keeps a ticket's customer from writing to the staff until a moment; a second ban takes the place of the first. */
export async function banCustomer(desk: Desk, by: StaffActor, ticket: Ticket, ban: Ban): Promise<void> {
  const customer = await customerOf(desk, ticket)
  recordAudit(desk, by, {
    action: 'banned',
    subject: `customer:${customer.id}`,
    before: bannedUntil(customer, desk.now)?.toISOString() ?? null,
    after: ban.until.toISOString(),
    reason: ban.reason,
    ticketId: ticket.id,
    customerId: customer.id,
  })
  const banned = { ...customer, bannedUntil: ban.until, banReason: ban.reason, banToldAt: null }
  await save(desk, banned, ticket)
}

/** @returns false when the customer may write already */
export async function unbanCustomer(
  desk: Desk,
  by: StaffActor,
  ticket: Ticket,
  reason: string | null,
): Promise<boolean> {
  const customer = await customerOf(desk, ticket)
  const until = bannedUntil(customer, desk.now)
  if (until === null) return false
  recordAudit(desk, by, {
    action: 'unbanned',
    subject: `customer:${customer.id}`,
    before: until.toISOString(),
    reason,
    ticketId: ticket.id,
    customerId: customer.id,
  })
  await save(desk, { ...customer, bannedUntil: null, banReason: null, banToldAt: null }, ticket)
  return true
}

/** The cards of all that is open say it. */
async function save(desk: Desk, customer: Customer, ticket: Ticket): Promise<void> {
  desk.stores.customers.saveBan(customer)
  const open = await desk.stores.tickets.unfinishedOf(customer.id)
  const others = open.filter(({ id }) => id !== ticket.id)
  for (const one of [ticket, ...others]) await desk.notices.cardChanged(one)
}
