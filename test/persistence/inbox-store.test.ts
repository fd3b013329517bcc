import { expect, it } from 'vitest'
import { StaleWriteError } from '../../src/domain/errors.ts'
import { describeOnEachDatabase, openTestDatabase } from '../support/database.ts'
import { anUpdate, at, aUnit, BOT, claim, NOON } from './fixtures.ts'

describeOnEachDatabase('the inbox', (provider) => {
  it('stores an update once, however often it is delivered', async () => {
    const { inbox } = await openTestDatabase(provider)
    expect(await inbox.ingest(BOT, [anUpdate(1, 'a'), anUpdate(2, 'b'), anUpdate(1, 'a')], NOON)).toEqual([
      'a',
      'b',
    ])
    expect(await inbox.ingest(BOT, [anUpdate(2, 'b'), anUpdate(3, 'c')], NOON)).toEqual(['c'])
    expect(await inbox.ingest(BOT, [anUpdate(1, 'a')], NOON)).toEqual([])
    expect(await inbox.head('a', NOON, 10)).toHaveLength(1)
  })

  it('tells the bots apart', async () => {
    const { inbox } = await openTestDatabase(provider)
    await inbox.ingest(BOT, [anUpdate(1)], NOON)
    expect(await inbox.ingest(BOT + 1, [anUpdate(1)], NOON)).toEqual(['private:1'])
  })

  it('keeps out an update that two processes store at the same moment', async () => {
    const { inbox } = await openTestDatabase(provider)
    const batch = Array.from({ length: 20 }, (_, index) => anUpdate(index, 'a'))
    await Promise.all(Array.from({ length: 5 }, () => inbox.ingest(BOT, batch, NOON)))
    expect((await inbox.head('a', NOON, 1000)).map((event) => event.seq)).toHaveLength(20)
  })

  it('recognises an update that has been worked', async () => {
    const database = await openTestDatabase(provider)
    await database.inbox.ingest(BOT, [anUpdate(1)], NOON)
    const lease = await claim(database, 'private:1')
    const [event] = await database.inbox.head('private:1', NOON, 1)
    if (event) await database.beginUnit(event, lease, () => NOON).commit('done')
    expect(event).toMatchObject({ lane: 'private:1', attempts: 0, receivedAt: NOON, body: anUpdate(1).body })
    expect(await database.inbox.head('private:1', NOON, 1)).toEqual([])
    expect(await database.inbox.ingest(BOT, [anUpdate(1)], NOON)).toEqual([])
  })

  it('gives a lane its events in order of arrival, whatever their ids', async () => {
    const { inbox } = await openTestDatabase(provider)
    await inbox.ingest(BOT, [anUpdate(9, 'a'), anUpdate(5, 'b'), anUpdate(3, 'a')], NOON)
    await inbox.ingest(BOT, [anUpdate(1, 'a')], NOON)
    const ids = (await inbox.head('a', NOON, 10)).map(
      ({ body }) => body.kind === 'update' && body.update.update_id,
    )
    expect(ids).toEqual([9, 3, 1])
    expect(await inbox.head('a', NOON, 2)).toHaveLength(2)
  })

  it('lists lanes with work, the oldest first', async () => {
    const database = await openTestDatabase(provider)
    const { inbox } = database
    await inbox.ingest(BOT, [anUpdate(1, 'c'), anUpdate(2, 'a'), anUpdate(3, 'b'), anUpdate(4, 'c')], NOON)
    expect(await inbox.lanesWithWork('worker-1', NOON, 10)).toEqual(['c', 'a', 'b'])
    expect(await inbox.lanesWithWork('worker-1', NOON, 2)).toEqual(['c', 'a'])
  })

  it('finds the other lanes behind a long backlog of one', async () => {
    const { inbox } = await openTestDatabase(provider)
    const flood = Array.from({ length: 450 }, (_, index) => anUpdate(index, 'flood'))
    await inbox.ingest(BOT, [...flood, anUpdate(900, 'b'), anUpdate(901, 'a'), anUpdate(902, 'b')], NOON)
    expect(await inbox.lanesWithWork('worker-1', NOON, 10)).toEqual(['flood', 'b', 'a'])
    expect(await inbox.lanesWithWork('worker-1', NOON, 2)).toEqual(['flood', 'b'])
  })

  it('postpones a lane as a whole and no other', async () => {
    const database = await openTestDatabase(provider)
    const { inbox } = database
    await inbox.ingest(BOT, [anUpdate(1, 'a'), anUpdate(2, 'a'), anUpdate(3, 'b')], NOON)
    const lease = await claim(database, 'a')
    const [event] = await inbox.head('a', NOON, 1)
    if (event) await inbox.postpone(lease, event, at(10), 'it broke')

    expect(await inbox.lanesWithWork('worker-1', NOON, 10)).toEqual(['b'])
    expect(await inbox.head('a', at(9), 10)).toEqual([])
    expect(await inbox.nextDueAt(at(9))).toEqual(at(10))

    expect(await inbox.lanesWithWork('worker-1', at(10), 10)).toEqual(['a', 'b'])
    const again = await inbox.head('a', at(10), 10)
    expect(again.map(({ seq, attempts }) => ({ seq, attempts }))).toEqual([
      { seq: event?.seq, attempts: 1 },
      { seq: (event?.seq ?? 0) + 1, attempts: 0 },
    ])
    expect(await inbox.nextDueAt(at(10))).toBeNull()
  })

  it('lets a lane go on when its postponed head is done or given up', async () => {
    const database = await openTestDatabase(provider)
    const { inbox } = database
    await inbox.ingest(BOT, [anUpdate(1, 'a'), anUpdate(2, 'a')], NOON)
    const lease = await claim(database, 'a')
    const [event] = await inbox.head('a', NOON, 1)
    if (!event) throw new Error('no head')
    await inbox.postpone(lease, event, at(10), 'it broke')
    await database.beginUnit(event, lease, () => at(10)).commit('failed')
    expect(await inbox.nextDueAt(NOON)).toBeNull()
    expect(await inbox.lanesWithWork('worker-1', NOON, 10)).toEqual(['a'])
    expect(await inbox.head('a', NOON, 10)).toMatchObject([{ attempts: 0 }])
  })

  it('refuses to postpone for whom the lane was taken from', async () => {
    const database = await openTestDatabase(provider)
    await database.inbox.ingest(BOT, [anUpdate(1, 'a')], NOON)
    const lease = await claim(database, 'a', 'worker-1')
    const [event] = await database.inbox.head('a', NOON, 1)
    await claim(database, 'a', 'worker-2', at(60))
    if (!event) throw new Error('no head')
    await expect(database.inbox.postpone(lease, event, at(90), 'late')).rejects.toThrow(StaleWriteError)
    expect(await database.inbox.head('a', at(60), 1)).toMatchObject([{ attempts: 0 }])
  })

  it('prunes what was finished before a moment, and nothing that waits', async () => {
    const database = await openTestDatabase(provider)
    const { inbox } = database
    await (await aUnit(database, 'a', NOON)).commit('done')
    await (await aUnit(database, 'b', NOON)).commit('failed')
    await (await aUnit(database, 'c', at(100))).commit('done')
    await inbox.ingest(BOT, [anUpdate(1, 'd')], NOON)
    expect(await inbox.prune(at(50))).toBe(2)
    expect(await inbox.prune(at(50))).toBe(0)
    expect(await inbox.head('d', at(100), 1)).toHaveLength(1)
  })
})
