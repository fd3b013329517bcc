import { alertPlan } from '../domain/sla-alerts.ts'
import type { Desk } from './desk.ts'
import { slaNow, withPromises } from './keep-promises.ts'

/** Tells the agents, once each, that a promise is about to be broken and that it is; asked too early, it does nothing. */
export async function tellSla(desk: Desk, ticketId: string): Promise<void> {
  const ticket = await desk.stores.tickets.byId(ticketId)
  if (ticket === null || ticket.slaNextAt === null || ticket.slaNextAt > desk.now) return
  const sla = await slaNow(desk, ticket)
  const { due: alerts, told: slaTold } = alertPlan(ticket, sla, desk.rules.sla, desk.now)
  const told = withPromises({ ...ticket, slaTold, version: ticket.version + 1 }, sla, desk.rules.sla)
  desk.stores.tickets.update(told)
  if (alerts.length > 0) await desk.notices.promiseAtRisk({ ticket: told, sla, alerts })
}
