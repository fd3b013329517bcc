import type { Draft, OrderQuestion } from '../domain/intake/draft.ts'
import { isDoubtful, isFresh, isTelling, type OrderFacts } from '../domain/order-facts.ts'
import type { Customer } from '../domain/people.ts'
import type { Desk } from './desk.ts'
import type { StoredOrderFacts } from './shop-ports.ts'

/**
 * Has the shop asked about the form's order, unless it said something lately or was asked just now. Nothing waits for it.
 * @returns the draft, which knows what was asked
 */
export async function lookUpOrder(desk: Desk, customer: Customer, draft: Draft): Promise<Draft> {
  const { orderNumber, orderAsked } = draft
  if (desk.rules.looksUpOrders !== true || typeof orderNumber !== 'string') return draft
  const shopCustomerId = customer.shopCustomerId ?? ''
  const isSame = orderAsked?.orderNumber === orderNumber && orderAsked.shopCustomerId === shopCustomerId
  if (isSame && isFresh(new Date(orderAsked.at), desk.now)) return draft
  const known = await shopAnswer(desk, customer, orderNumber)
  const isKnown = known !== null && isFresh(known.at, desk.now)
  const at = isKnown ? known.at : desk.now
  const question: OrderQuestion = { orderNumber, shopCustomerId, at: at.getTime() }
  if (!isKnown) desk.notices.orderAsked({ customer, question })
  return { ...draft, orderAsked: question }
}

/** What the shop said last of an order to this customer; null: nothing, or it is not asked. */
export async function shopAnswer(
  { stores, rules }: Pick<Desk, 'stores' | 'rules'>,
  { shopCustomerId }: Customer,
  orderNumber: string | null,
): Promise<StoredOrderFacts | null> {
  if (rules.looksUpOrders !== true || orderNumber === null) return null
  return stores.orderFacts.of(orderNumber, shopCustomerId ?? '')
}

export interface OrderAnswer extends Pick<OrderQuestion, 'orderNumber' | 'shopCustomerId'> {
  readonly customerId: string
}

/** Keeps what the shop said, and shows it: to the customer a doubt, to the agents all of it. */
export async function recordOrder(
  desk: Desk,
  { customerId, orderNumber, shopCustomerId }: OrderAnswer,
  facts: OrderFacts,
): Promise<void> {
  const { stores } = desk
  const before = await stores.orderFacts.of(orderNumber, shopCustomerId)
  stores.orderFacts.save({ orderNumber, shopCustomerId, facts, at: desk.now })
  const customer = await stores.customers.byId(customerId)
  if (customer === null || (customer.shopCustomerId ?? '') !== shopCustomerId) return
  const draft = await stores.drafts.of(customerId)
  const isTold = before !== null && isTelling(before.at, desk.now) && isDoubtful(before.facts)
  const isNews = isTold !== isDoubtful(facts)
  if (draft?.orderNumber === orderNumber && isNews)
    await desk.notices.formLearned({ customer, draft, at: ['review'] })
  if (JSON.stringify(before?.facts) === JSON.stringify(facts)) return
  for (const ticket of await stores.tickets.unfinishedOf(customerId))
    if (ticket.orderNumber === orderNumber) await desk.notices.cardChanged(ticket)
}
