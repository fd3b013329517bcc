import type { Person } from '../../src/simulator/driver/person.ts'
import { createHeldClock, type HeldClock } from './held-clock.ts'
import { openShop, type Shop, type ShopOptions } from './open-shop.ts'

export interface FloodStory {
  readonly shop: Shop
  readonly anna: Person
  readonly clock: HeldClock
  /** Does as many things as it says in one moment, has them all worked, and lets what is gathered go out. */
  atOnce(updates: number, act: () => void): Promise<void>
}

/** Longer than anything is gathered. */
const GATHERED_MS = 20_000

/** A shop in which many things can happen in one moment. */
export async function openFloodStory(options: ShopOptions = {}): Promise<FloodStory> {
  const clock = createHeldClock()
  let worked = 0
  let awaited: { count: number; resolve: () => void } | null = null
  const shop = await openShop({
    ...options,
    clock,
    onWorked: ({ body }) => {
      if (body.kind !== 'update') return
      worked += 1
      if (awaited !== null && worked >= awaited.count) awaited.resolve()
    },
  })
  return {
    shop,
    anna: shop.customer('Анна'),
    clock,
    async atOnce(updates, act) {
      clock.hold()
      const all = new Promise<void>((resolve) => {
        awaited = { count: worked + updates, resolve }
      })
      act()
      await all
      // Else what was due at that moment might be looked at as if it had been long ago.
      await shop.desk().whenSeen()
      clock.release(GATHERED_MS)
      await shop.settled()
    },
  }
}
