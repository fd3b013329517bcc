import { type Sla, slaOf } from '../domain/sla.ts'
import { nextAlertAt } from '../domain/sla-alerts.ts'
import type { SlaRules } from '../domain/sla-rules.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Desk } from './desk.ts'

/** How the ticket stands with its promises, what this unit has put into its history included. */
export async function slaNow(
  { stores, rules, now }: Pick<Desk, 'rules' | 'now'> & { readonly stores: Pick<Desk['stores'], 'events'> },
  ticket: Ticket,
): Promise<Sla> {
  return slaOf(ticket, await stores.events.of(ticket.id), rules.sla, now)
}

/** The ticket with its promised times. What stands still keeps the time that was promised last. */
export function withPromises(ticket: Ticket, sla: Sla, rules: SlaRules): Ticket {
  return {
    ...ticket,
    promisedAt: sla.firstResponse.dueAt ?? ticket.promisedAt,
    resolveBy: sla.resolution.dueAt ?? ticket.resolveBy,
    slaNextAt: nextAlertAt(ticket, sla, rules),
  }
}

/**
 * The ticket with the promised times that its history makes. For whatever changes its status or answers it first: after the event is
 * put into the history, and before the ticket is written.
 */
export async function keepPromises(desk: Desk, ticket: Ticket): Promise<Ticket> {
  return withPromises(ticket, await slaNow(desk, ticket), desk.rules.sla)
}
