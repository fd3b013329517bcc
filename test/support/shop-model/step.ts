import type { AsyncCommand } from 'fast-check'
import fc from 'fast-check'
import { expect } from 'vitest'
import { expectAlike, waitingIn } from './expect-alike.ts'
import type { RealShop, RealTicket, ShopModel, TicketModel } from './shop-model.ts'

export type Step = AsyncCommand<ShopModel, RealShop>

/** Tickets of one run: two of one customer's, one of another's. */
export const TICKETS = 3
/** Between steps, so that nobody writes faster than the desk answers word by word; floods have stories of their own. */
const BREATHER_MS = 60_000

/** A clock set back may revive the lease of a process that has ended, for a minute at most. */
const AT_REST_WITHIN_MS = 75_000

/** Something done to one of the tickets, after which everything comes to rest and is compared. */
export function onTicket(
  title: string,
  may: (ticket: TicketModel) => boolean,
  act: (ticket: TicketModel, its: RealTicket, real: RealShop) => unknown,
): fc.Arbitrary<Step> {
  return fc.nat({ max: TICKETS - 1 }).map((which) => ({
    check: ({ tickets }) => tickets[which] !== undefined && may(tickets[which]),
    toString: () => `ticket ${which + 1}: ${title}`,
    async run(model, real) {
      const ticket = model.tickets[which]
      const its = real.tickets[which]
      if (ticket === undefined || its === undefined) throw new Error(`There is no ticket ${which + 1}`)
      real.clock.leap(BREATHER_MS)
      await act(ticket, its, real)
      await comeToRest(real)
      // What somebody did has met them.
      model.armedFaults = 0
      expectAlike(model, real)
    },
  }))
}

/** Something that happens to the desk or to the network between them. */
export function inShop(
  title: string,
  act: (model: ShopModel, real: RealShop) => unknown,
  may: (model: ShopModel) => boolean = () => true,
): fc.Arbitrary<Step> {
  return fc.constant({
    check: may,
    toString: () => title,
    async run(model, real) {
      await act(model, real)
      await comeToRest(real)
      expectAlike(model, real)
    },
  })
}

/** A desk that was started a moment ago may still learn something about its groups. */
export async function comeToRest({ shop }: Pick<RealShop, 'shop'>): Promise<void> {
  await shop.settled()
  await expect
    .poll(() => waitingIn(shop), { timeout: AT_REST_WITHIN_MS, message: 'events and calls that still wait' })
    .toEqual({ events: 0, calls: 0 })
}
