import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../src/persistence/open-database.ts'
import { nameProcess } from '../../src/persistence/process-name.ts'
import { describeOnEachDatabase, openTestDatabase, placeTestDatabase } from '../support/database.ts'
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
    expect(await leases.hold('polling', 'one', NOON, 10_000)).toEqual({ isOurs: true, until: at(10) })
    expect(await leases.hold('polling', 'two', at(9), 10_000)).toEqual({ isOurs: false, until: at(10) })
    expect(await leases.hold('dispatch', 'two', at(9), 10_000)).toEqual({ isOurs: true, until: at(19) })
    expect(await leases.hold('polling', 'one', at(9), 10_000)).toEqual({ isOurs: true, until: at(19) })
    expect(await leases.hold('polling', 'two', at(18), 10_000)).toEqual({ isOurs: false, until: at(19) })
    expect(await leases.hold('polling', 'two', at(19), 10_000)).toEqual({ isOurs: true, until: at(29) })
    await leases.release('polling', 'one')
    expect(await leases.hold('polling', 'one', at(20), 10_000)).toEqual({ isOurs: false, until: at(29) })
    await leases.release('polling', 'two')
    expect(await leases.hold('polling', 'one', at(20), 10_000)).toEqual({ isOurs: true, until: at(30) })
  })

  it('goes to exactly one of ten who want it at once', async () => {
    const { leases } = await openTestDatabase(provider)
    const holds = Array.from({ length: 10 }, (_, index) => leases.hold('polling', `p${index}`, NOON, 10_000))
    expect((await Promise.all(holds)).filter(({ isOurs }) => isOurs)).toHaveLength(1)
  })

  it('is decided by a clock that all processes share', async () => {
    const location = await placeTestDatabase(provider)
    const [one, two] = [await openDatabase(location), await openDatabase(location)]
    onTestFinished(async () => void (await Promise.all([one.close(), two.close()])))
    for (let look = 0; look < 5; look += 1) {
      const told = [await one.leases.now(), await two.leases.now(), await one.leases.now()]
      expect([...told].sort((a, b) => a.getTime() - b.getTime())).toEqual(told)
    }
  })

  it('ends with its process, where that was on this machine and is gone', async () => {
    const { leases } = await openTestDatabase(provider)
    const self = nameProcess()
    const machine = self.split(':')[0]
    const gone = `${machine}:${await aDeadPid()}:crashed`
    const elsewhere = `elsewhere:${await aDeadPid()}:perhaps`
    const alive = `${machine}:${process.ppid}:parent`
    for (const [index, owner] of [gone, elsewhere, alive].entries()) {
      await leases.beat(owner, NOON, 10_000)
      await leases.hold(`job-${index}`, owner, NOON, 10_000)
    }
    await leases.beat(self, NOON, 10_000)
    await leases.evictDead(self, at(1))
    const taken = [0, 1, 2].map((index) => leases.hold(`job-${index}`, self, at(1), 10_000))
    expect((await Promise.all(taken)).map(({ isOurs }) => isOurs)).toEqual([true, false, false])
  })
})

describeOnEachDatabase('a process', (provider) => {
  it('keeps its lanes as long as it says that it lives, and no longer', async () => {
    const { inbox, leases } = await openTestDatabase(provider)
    await inbox.ingest(BOT, [anUpdate(1, 'a'), anUpdate(2, 'b')], NOON)
    await leases.beat('worker-1', NOON, 4_000)
    const first = await inbox.claimLane('a', 'worker-1', NOON, 30_000)
    await leases.beat('worker-1', at(3), 4_000)
    expect(await inbox.claimLane('a', 'worker-2', at(6), 30_000)).toBeNull()
    expect(await inbox.lanesWithWork('worker-2', at(6), 10)).toEqual(['b'])
    expect(await inbox.lanesWithWork('worker-2', at(7), 10)).toEqual(['a', 'b'])
    const second = await inbox.claimLane('a', 'worker-2', at(7), 30_000)
    expect([first?.fence, second?.fence]).toEqual([1, 2])
    // It wakes up: the lane is not its own any more.
    await leases.beat('worker-1', at(8), 4_000)
    expect(await inbox.claimLane('a', 'worker-1', at(8), 30_000)).toBeNull()
  })

  it('is not waited for where the clock was set back and its lease reaches further than any can', async () => {
    const { inbox } = await openTestDatabase(provider)
    await inbox.ingest(BOT, [anUpdate(1, 'a')], NOON)
    await inbox.claimLane('a', 'worker-1', at(600), 30_000)
    expect(await inbox.lanesWithWork('worker-2', at(580), 10)).toEqual([])
    expect(await inbox.claimLane('a', 'worker-2', at(580), 30_000)).toBeNull()
    expect(await inbox.lanesWithWork('worker-2', at(300), 10)).toEqual(['a'])
    expect(await inbox.claimLane('a', 'worker-2', at(300), 30_000)).toMatchObject({ fence: 2 })
  })

  it('leaves a postponed lane postponed when it falls silent', async () => {
    const { inbox, leases } = await openTestDatabase(provider)
    await inbox.ingest(BOT, [anUpdate(1, 'a')], NOON)
    await leases.beat('worker-1', NOON, 4_000)
    const lease = await inbox.claimLane('a', 'worker-1', NOON, 30_000)
    const [event] = await inbox.head('a', NOON, 1)
    if (!lease || !event) throw new Error('nothing to postpone')
    await inbox.postpone(lease, event, at(20), 'later')
    expect(await inbox.lanesWithWork('worker-2', at(10), 10)).toEqual([])
    expect(await inbox.lanesWithWork('worker-2', at(20), 10)).toEqual(['a'])
  })
})

/** Of a process that has ended. */
async function aDeadPid(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
  await once(child, 'exit')
  return child.pid ?? 0
}
