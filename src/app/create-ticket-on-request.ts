import { bannedUntil, isForever } from '../domain/ban.ts'
import { findCategory, findProblem, type Problem } from '../domain/catalog.ts'
import { DESCRIPTION_MIN, visibleCharacters } from '../domain/intake/description.ts'
import { isOrderNumber } from '../domain/order-number.ts'
import type { Desk } from './desk.ts'
import { freeNumber, makeTicket } from './open-ticket.ts'
import { ticketFacts } from './ticket-facts.ts'
import type { RefusalCode, RequestData, RequestOutcome } from './work-request.ts'

/** Files a ticket for a customer who knows the desk, by the same rules as the form. */
export async function createTicketOnRequest(
  desk: Desk,
  asked: RequestData['create-ticket'],
): Promise<RequestOutcome> {
  const { catalog } = desk.rules
  const customer = await desk.stores.customers.byId(asked.customerId)
  if (customer === null || customer.consentAt === null) return refused('customer-without-consent')
  if (customer.deletionAt !== null) return refused('customer-leaving')
  const banEnd = bannedUntil(customer, desk.now)
  if (banEnd !== null)
    return refused('customer-banned', isForever(banEnd) ? {} : { until: banEnd.toISOString() })
  const category = findCategory(catalog, asked.category)
  if (category === null) return refused('category-unknown', { category: asked.category })
  const problem = findProblem(catalog, asked.category, asked.problem)
  if (problem === null) return refused('problem-unknown', { problem: asked.problem })
  const orderNumber = asked.orderNumber?.trim() ?? null
  const misfit = orderMisfit(desk, problem, asked.orderNumber) ?? descriptionMisfit(asked.description.trim())
  if (misfit !== null) return misfit
  const contents = {
    number: await freeNumber(desk),
    ...{ category, problem, orderNumber, description: asked.description.trim(), attachments: [] },
    ...({ replyChannel: 'telegram', replyTo: null, precededById: null } as const),
  }
  const { ticket, attachments } = await makeTicket(desk, customer, contents, 'system')
  await desk.notices.ticketOpened({ ticket, customer, attachments })
  return { kind: 'done', ticket: await ticketFacts(desk.stores.agents, ticket, desk.now) }
}

/** As in the form: whoever has no number of an order that is asked for says so. */
function orderMisfit(
  { rules: { catalog } }: Desk,
  { order }: Problem,
  orderNumber: string | null | undefined,
): RequestOutcome | null {
  const { example } = catalog.orderNumber
  if (orderNumber === null) return null
  if (orderNumber === undefined)
    return order === 'required' ? refused('order-number-missing', { example }) : null
  if (order === 'none') return refused('order-number-not-asked')
  return isOrderNumber(catalog, orderNumber) ? null : refused('order-number-unreadable', { example })
}

/** Its length is bounded where it comes in. */
function descriptionMisfit(text: string): RequestOutcome | null {
  return visibleCharacters(text) < DESCRIPTION_MIN
    ? refused('description-too-short', { least: String(DESCRIPTION_MIN) })
    : null
}

function refused(code: RefusalCode, details: Readonly<Record<string, string>> = {}): RequestOutcome {
  return { kind: 'refused', code, details }
}
