import type { Draft, OrderOffer } from './draft.ts'

/** Puts numbers to choose from into the draft. Each gets a key of its own, so that an old button never means another number. */
export function offerOrders(draft: Draft, numbers: readonly string[]): Draft {
  const made = draft.ordersOffered ?? 0
  const orderOffers = numbers.map((number, index): OrderOffer => ({ key: `n${made + index}`, number }))
  return { ...draft, orderOffers, ordersOffered: made + numbers.length }
}

/** All that is offered now: what a typed number may have meant, else the earlier orders. */
export function ordersOffered(draft: Draft): readonly OrderOffer[] {
  if (draft.orderOffers !== undefined) return draft.orderOffers
  return (draft.earlierOrders ?? []).map((number, index) => ({ key: `e${index}`, number }))
}

/** What was typed last is no number: nothing typed earlier is offered any longer. */
export function withoutOffers(draft: Draft): Draft {
  const { orderOffers: _, ...rest } = draft
  return rest
}

/** The draft with an order number, or null where the customer has none; there is nothing left to choose. */
export function withOrder(draft: Draft, orderNumber: string | null): Draft {
  return { ...withoutOffers(draft), orderNumber, editing: null }
}
