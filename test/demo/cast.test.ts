import { expect, onTestFinished, test } from 'vitest'
import { seatCast } from '../../src/demo/cast.ts'
import { ANYWHERE } from '../../src/simulator/page/store/place.ts'
import { settlePlace } from '../../src/simulator/page/store/settle-place.ts'
import { startPlayground } from '../../src/simulator/playground/start-playground.ts'
import { startSimulator } from '../../src/simulator/simulator.ts'
import { readEvents } from '../simulator/playground/page-side.ts'

test.each([
  ['ru', 'Анна', 410_000_001],
  ['en', 'Emma', 410_000_002],
] as const)('in %s the page begins with %s on the left phone', async (language, name, id) => {
  const sim = await startSimulator()
  onTestFinished(() => sim.stop())
  seatCast(sim, language, 2)
  const playground = await startPlayground(sim, { pageFolder: '/nowhere' })
  onTestFinished(() => playground.stop())
  const page = await readEvents(sim)
  onTestFinished(page.close)
  const { people = [], groups = [] } = await page.find(({ isWhole }) => isWhole)
  const wanted = { left: ANYWHERE, right: ANYWHERE, shown: 'left', panel: null } as const
  const { left } = settlePlace(wanted, { people, groups })
  expect(people.find(({ user }) => user.id === left.personId)?.user).toMatchObject({ id, first_name: name })
})
