import { test } from 'vitest'
import { expectWhole } from '../../support/expect-whole.ts'
import { openShop } from '../../support/open-shop.ts'
import { tellStory } from '../../support/whole-story.ts'

test('every third answer of Telegram gets lost, and all that was said arrives', async () => {
  const shop = await openShop({
    backoff: { firstMs: 20, maxMs: 200 },
    mayLeaveTaps: true,
    mayBeRefused: true,
  })
  let calls = 0
  const everyThird = () => {
    calls += 1
    return calls % 3 === 0
  }
  shop.sim.faults.add({ method: '*', kind: 'close-after', times: 10_000, when: everyThird })
  await expectWhole(shop, await tellStory(shop))
}, 60_000)
