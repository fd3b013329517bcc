import { expect, test } from 'vitest'
import { type EndState, readEndState } from '../../support/end-state.ts'
import { openShop } from '../../support/open-shop.ts'
import { type Telling, tellStory } from '../../support/whole-story.ts'

const backwards = (parts: number) => [...Array(parts).keys()].reverse()
const insideOut = (parts: number) => [...Array(parts).keys()].sort((a, b) => ((a * 3) % 5) - ((b * 3) % 5))

interface Retelling extends Telling {
  readonly updatesTwice?: boolean
}

async function endOf({ updatesTwice = false, ...telling }: Retelling): Promise<EndState> {
  const shop = await openShop()
  shop.sim.updates.duplicate = updatesTwice
  return readEndState(shop, await tellStory(shop, telling))
}

test('updates delivered twice, albums out of order and double taps come to the same end as a plain telling', async () => {
  const [plain, ...retold] = await Promise.all([
    endOf({}),
    endOf({ updatesTwice: true }),
    endOf({ order: backwards }),
    endOf({ taps: 2 }),
    endOf({ updatesTwice: true, order: insideOut, taps: 2 }),
  ])
  expect(plain?.attachments.map((row) => (row as { caption: string }).caption)).toEqual(
    [1, 2, 3, 4, 5].map((n) => `Снимок ${n}`),
  )
  for (const end of retold) expect(end).toEqual(plain)
}, 60_000)
