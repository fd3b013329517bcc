import { randomUUID } from 'node:crypto'
import { expect, it, onTestFinished } from 'vitest'
import { UnavailableError } from '../../src/domain/errors.ts'
import { type Database, openDatabase } from '../../src/persistence/open-database.ts'
import { placeTestDatabase, queryTestDatabase } from '../support/database.ts'
import { anUpdate, BOT, commitUnit, NOON } from './fixtures.ts'

const onPostgresql = it.skipIf(!process.env.TEST_DATABASE_URL)

/** A database, and how to end all its connections at once, as a restart or a broken network does. */
async function aDatabaseToLose(): Promise<{ database: Database; endConnections: () => Promise<number> }> {
  const location = await placeTestDatabase('postgresql')
  const name = `lost-${randomUUID()}`
  const url = new URL(location.url ?? '')
  url.searchParams.set('application_name', name)
  const database = await openDatabase({ ...location, url: url.href })
  onTestFinished(() => database.close())
  const endConnections = async () => {
    const sql = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '${name}'`
    return (await queryTestDatabase(location, sql)).length
  }
  return { database, endConnections }
}

onPostgresql('connections that end while they rest cost at most a try each', async () => {
  const { database, endConnections } = await aDatabaseToLose()
  let dead = 0
  const tries = async <T>(work: (nth: number) => Promise<T>): Promise<T> => {
    for (let nth = 0; ; nth += 1) {
      try {
        return await work(nth)
      } catch (error) {
        // One that was taken out of the pool before it was known to be dead.
        expect(database.isAway(error), String(error)).toBe(true)
        expect(nth, 'tries in vain').toBeLessThan(dead)
      }
    }
  }
  for (let round = 0; round < 5; round += 1) {
    const reads = [() => database.outbox.depth(), () => database.outbox.depth(), () => database.leases.now()]
    await Promise.all(reads.map((read) => tries<unknown>(read)))
    dead = await endConnections()
    expect(dead).toBeGreaterThan(0)
    await tries((nth) => commitUnit(database, () => undefined, `lane-${round}-${nth}`))
  }
})

onPostgresql('what breaks in the middle of work is told from a statement that was wrong', async () => {
  const { database, endConnections } = await aDatabaseToLose()
  let isOver = false
  let broken = 0
  const work = async (worker: number) => {
    for (let round = 0; !isOver; round += 1) {
      try {
        await commitUnit(database, () => undefined, `lane-${worker}-${round}`)
      } catch (error) {
        expect(database.isAway(error), String(error)).toBe(true)
        broken += 1
      }
    }
  }
  const ending = (async () => {
    while (broken < 10) await endConnections()
    isOver = true
  })()
  await Promise.all([ending, work(1), work(2), work(3)])
  await database.ping()
  const wrong = database.beginUnit(
    { seq: 1, lane: 'a', body: { kind: 'due', job: 'x', data: null }, receivedAt: NOON, attempts: 0 },
    { lane: 'a', owner: 'nobody', fence: 1, until: NOON },
    () => NOON,
  )
  await expect(wrong.commit('done')).rejects.toSatisfy((error) => !database.isAway(error))
})

onPostgresql('the inbox says when it is the database that is away', async () => {
  const { database, endConnections } = await aDatabaseToLose()
  let isOver = false
  let refused = 0
  let stored = 0
  const ending = (async () => {
    while (refused < 5) await endConnections()
    isOver = true
  })()
  while (!isOver) {
    try {
      await database.inbox.ingest(BOT, [anUpdate(stored)], NOON)
      stored += 1
    } catch (error) {
      expect(error).toBeInstanceOf(UnavailableError)
      refused += 1
    }
  }
  await ending
  expect(await database.inbox.head('private:1', NOON, stored + 10)).toHaveLength(stored)
})
