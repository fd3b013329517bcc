import { expect, it, onTestFinished } from 'vitest'
import { type Database, openDatabase } from '../../src/persistence/open-database.ts'
import { describeOnEachDatabase, placeTestDatabase } from '../support/database.ts'
import { aCall, anUpdate, BOT, NOON } from './fixtures.ts'

const lanes = ['a', 'b', 'c', 'd', 'e']
const perLane = 12

/** Works every lane it can get until nothing is left. */
async function workAll(database: Database, owner: string): Promise<void> {
  const { inbox } = database
  for (;;) {
    const open = await inbox.lanesWithWork(owner, NOON, 10)
    if (open.length === 0) return
    await Promise.all(open.map((lane) => workLane(database, owner, lane)))
  }
}

async function workLane(database: Database, owner: string, lane: string): Promise<void> {
  const { inbox } = database
  const lease = await inbox.claimLane(lane, owner, NOON, 30_000)
  if (!lease) return
  for (const event of await inbox.head(lane, NOON, 3)) {
    const unit = database.beginUnit(event, lease, () => NOON)
    if (event.body.kind === 'update') unit.send(aCall(`${lane}:${event.body.update.update_id}`))
    await unit.commit('done')
  }
  await inbox.releaseLane(lease)
}

describeOnEachDatabase('two instances on one database', (provider) => {
  it('work every event once, and each lane in order', async () => {
    const location = await placeTestDatabase(provider)
    const first = await openDatabase(location)
    onTestFinished(() => first.close())
    const second = await openDatabase(location)
    onTestFinished(() => second.close())
    const updates = lanes.flatMap((lane, place) =>
      Array.from({ length: perLane }, (_, index) => anUpdate(place * 100 + index, lane)),
    )
    await Promise.all([first.inbox.ingest(BOT, updates, NOON), second.inbox.ingest(BOT, updates, NOON)])
    while ((await first.inbox.lanesWithWork('first', NOON, 1)).length > 0) {
      await Promise.all([workAll(first, 'first'), workAll(second, 'second')])
    }
    const calls = (await first.outbox.waiting(0, 1000)).map((call) => call.id)
    for (const [place, lane] of lanes.entries()) {
      expect(calls.filter((id) => id.startsWith(lane))).toEqual(
        Array.from({ length: perLane }, (_, index) => `${lane}:${place * 100 + index}`),
      )
    }
  })
})
