import { describe, expect, test } from 'vitest'
import type { Meters } from '../../src/delivery/meters.ts'
import { NO_METERS } from '../../src/delivery/no-meters.ts'
import { aWorker, jobOf } from '../support/a-lane-worker.ts'
import { aCall } from '../support/outgoing-calls.ts'

describe('lane worker', () => {
  test('works a lane in order, and commits each event with what it sends', async () => {
    const worked: string[] = []
    const { worker, put, drain, database } = await aWorker(async (event, unit) => {
      worked.push(jobOf(event))
      unit.send(aCall())
      return []
    })
    await put('a', '1', '2', '3')
    worker.start()
    await put('a', '4')
    await drain()
    expect(worked).toEqual(['1', '2', '3', '4'])
    expect(await database.outbox.depth()).toBe(4)
    await worker.stop()
  })

  test('works lanes side by side, but never two events of one lane', async () => {
    let open = 0
    let most = 0
    const inHand = new Set<string>()
    const { worker, put, drain } = await aWorker(async (event) => {
      expect(inHand.has(event.lane)).toBe(false)
      inHand.add(event.lane)
      open += 1
      most = Math.max(most, open)
      await new Promise((resolve) => setImmediate(resolve))
      open -= 1
      inHand.delete(event.lane)
      return []
    })
    for (const lane of ['a', 'b', 'c', 'a', 'b', 'c']) await put(lane, '1', '2')
    worker.start()
    await drain()
    expect(most).toBe(3)
    await worker.stop()
  })

  test('runs what is to follow a commit only after it, and tells that something was committed', async () => {
    const seen: string[] = []
    const { worker, put, drain, database } = await aWorker(
      async (_event, unit) => {
        unit.send(aCall())
        return [() => void seen.push('after')]
      },
      { onCommitted: () => void seen.push('committed') },
    )
    await put('a', '1')
    worker.start()
    await drain()
    expect(seen).toEqual(['after', 'committed'])
    expect(await database.outbox.depth()).toBe(1)
    await worker.stop()
  })

  test('counts each try with its end, and tells of what was committed under the number of its update', async () => {
    const worked: string[] = []
    let commits = 0
    const meters: Meters = {
      ...NO_METERS,
      worked: (kind, end, ms) => void worked.push(`${kind} ${end} ${ms >= 0}`),
      committed: () => {
        commits += 1
      },
    }
    const { worker, database, drain, clock, log } = await aWorker(
      async (event, unit) => {
        if (event.lane === 'bad') throw new Error('never')
        unit.send(aCall())
        return []
      },
      { meters, maxAttempts: 2, traceOf: (unit) => unit.trace() },
    )
    const update = (update_id: number) => ({ kind: 'update', update: { update_id } }) as const
    const events = [
      { lane: 'good', body: update(77) },
      { lane: 'bad', body: update(78) },
    ]
    worker.wake(await database.inbox.ingest(1, events, clock.now()))
    worker.start()
    await drain()
    expect([...worked].sort()).toEqual(['update done true', 'update failed true', 'update postponed true'])
    expect(commits).toBe(2)
    expect(log.details).toMatchObject([
      { fields: { updateId: 77, lane: 'good', mark: 'done', callIds: [expect.any(String)] } },
      { fields: { updateId: 78, lane: 'bad', mark: 'failed' } },
    ])
    await worker.stop()
  })

  test('finds what an event raised in another lane, and what another process put', async () => {
    const worked: string[] = []
    const { worker, put, drain, database, clock } = await aWorker(async (event, unit) => {
      worked.push(jobOf(event))
      if (jobOf(event) === '1') unit.raise({ lane: 'b', body: { kind: 'due', job: 'raised', data: null } })
      return []
    })
    worker.start()
    await put('a', '1')
    await drain()
    const event = { lane: 'c', body: { kind: 'due', job: 'elsewhere', data: null } } as const
    await database.inbox.ingest(1, [event], clock.now())
    await clock.advance(1_000)
    expect(worked).toEqual(['1', 'raised', 'elsewhere'])
    await worker.stop()
  })

  test('two processes share the lanes: each event is worked once, in order', async () => {
    const worked: string[] = []
    const { worker, make, put, drain, clock } = await aWorker(async (event) => {
      worked.push(`${event.lane}${jobOf(event)}`)
      return []
    })
    const other = make('two')
    worker.start()
    other.start()
    for (const lane of ['a', 'b', 'c', 'd']) await put(lane, '1', '2', '3')
    other.wake(['a', 'b', 'c', 'd'])
    await clock.advance(2_000)
    await drain()
    expect([...worked].sort()).toEqual(
      ['a', 'b', 'c', 'd'].flatMap((lane) => ['1', '2', '3'].map((job) => lane + job)),
    )
    for (const lane of ['a', 'b', 'c', 'd'])
      expect(worked.filter((one) => one.startsWith(lane))).toEqual(['1', '2', '3'].map((job) => lane + job))
    await worker.stop()
    await other.stop()
  })

  test('takes over the lanes of a process that is gone when their leases run out', async () => {
    const { worker, put, drain, database, clock } = await aWorker(async () => [])
    await database.inbox.claimLane('a', 'gone', clock.now(), 10_000)
    worker.start()
    await put('a', '1')
    await clock.advance(5_000)
    expect(await database.inbox.head('a', clock.now(), 1)).toHaveLength(1)
    await clock.advance(6_000)
    await drain()
    expect(await database.inbox.head('a', clock.now(), 1)).toHaveLength(0)
    await worker.stop()
  })

  test('a stop finishes the event in hand, releases the lane and leaves no timer', async () => {
    let release = () => {}
    const { worker, put, clock, database } = await aWorker(async () => {
      await new Promise<void>((resolve) => {
        release = resolve
      })
      return []
    })
    worker.start()
    await put('a', '1', '2')
    await clock.settle()
    const stopped = worker.stop()
    release()
    await stopped
    expect(await database.inbox.head('a', clock.now(), 5)).toHaveLength(1)
    expect(await database.inbox.claimLane('a', 'other', clock.now(), 1_000)).not.toBeNull()
    expect(clock.timers).toBe(0)
  })
})
