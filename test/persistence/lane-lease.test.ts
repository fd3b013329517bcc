import { expect, it } from 'vitest'
import { describeOnEachDatabase, openTestDatabase } from '../support/database.ts'
import { anUpdate, at, BOT, NOON } from './fixtures.ts'

describeOnEachDatabase('the lease of a lane', (provider) => {
  it('belongs to one owner until it ends', async () => {
    const { inbox } = await openTestDatabase(provider)
    const first = await inbox.claimLane('a', 'worker-1', NOON, 30_000)
    expect(first).toEqual({ lane: 'a', owner: 'worker-1', fence: 1, until: at(30) })
    expect(await inbox.claimLane('a', 'worker-2', at(29), 30_000)).toBeNull()
    const second = await inbox.claimLane('a', 'worker-2', at(30), 30_000)
    expect(second).toEqual({ lane: 'a', owner: 'worker-2', fence: 2, until: at(60) })
  })

  it('is renewed by its owner without a new fence', async () => {
    const { inbox } = await openTestDatabase(provider)
    await inbox.claimLane('a', 'worker-1', NOON, 30_000)
    const renewed = await inbox.claimLane('a', 'worker-1', at(20), 30_000)
    expect(renewed).toMatchObject({ fence: 1, until: at(50) })
  })

  it('is free for others after its release, and a release by its former owner changes nothing', async () => {
    const { inbox } = await openTestDatabase(provider)
    const first = await inbox.claimLane('a', 'worker-1', NOON, 30_000)
    if (!first) throw new Error('not claimed')
    await inbox.releaseLane(first)
    expect(await inbox.claimLane('a', 'worker-2', NOON, 30_000)).toMatchObject({ fence: 2 })
    await inbox.releaseLane(first)
    expect(await inbox.claimLane('a', 'worker-3', NOON, 30_000)).toBeNull()
  })

  it('hides the lane from others while it lives', async () => {
    const { inbox } = await openTestDatabase(provider)
    await inbox.ingest(BOT, [anUpdate(1, 'a'), anUpdate(2, 'b')], NOON)
    await inbox.claimLane('a', 'worker-1', NOON, 30_000)
    expect(await inbox.lanesWithWork('worker-2', at(29), 10)).toEqual(['b'])
    expect(await inbox.lanesWithWork('worker-1', at(29), 10)).toEqual(['a', 'b'])
    expect(await inbox.lanesWithWork('worker-2', at(30), 10)).toEqual(['a', 'b'])
  })

  it('goes to exactly one of ten who claim it at once', async () => {
    const { inbox } = await openTestDatabase(provider)
    for (const now of [NOON, at(31), at(62)]) {
      const claims = Array.from({ length: 10 }, (_, index) =>
        inbox.claimLane('a', `worker-${index}-${now.getTime()}`, now, 30_000),
      )
      expect((await Promise.all(claims)).filter((lease) => lease !== null)).toHaveLength(1)
    }
  })
})

describeOnEachDatabase('the lease of a job', (provider) => {
  it('is held by one process, renewed by it, and taken over when it ends or is released', async () => {
    const { leases } = await openTestDatabase(provider)
    expect(await leases.hold('polling', 'one', NOON, 10_000)).toBe(true)
    expect(await leases.hold('polling', 'two', at(9), 10_000)).toBe(false)
    expect(await leases.hold('dispatch', 'two', at(9), 10_000)).toBe(true)
    expect(await leases.hold('polling', 'one', at(9), 10_000)).toBe(true)
    expect(await leases.hold('polling', 'two', at(18), 10_000)).toBe(false)
    expect(await leases.hold('polling', 'two', at(19), 10_000)).toBe(true)
    await leases.release('polling', 'one')
    expect(await leases.hold('polling', 'one', at(20), 10_000)).toBe(false)
    await leases.release('polling', 'two')
    expect(await leases.hold('polling', 'one', at(20), 10_000)).toBe(true)
  })

  it('goes to exactly one of ten who want it at once', async () => {
    const { leases } = await openTestDatabase(provider)
    const holds = Array.from({ length: 10 }, (_, index) => leases.hold('polling', `p${index}`, NOON, 10_000))
    expect((await Promise.all(holds)).filter(Boolean)).toHaveLength(1)
  })
})
