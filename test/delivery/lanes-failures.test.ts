import { describe, expect, test } from 'vitest'
import { StaleWriteError, UnavailableError } from '../../src/domain/errors.ts'
import { aWorker, jobOf } from '../support/a-lane-worker.ts'
import { aCall } from '../support/outgoing-calls.ts'

describe('what a lane worker makes of a failure', () => {
  test('a failed event is tried again later, blocks only its own lane, and writes nothing meanwhile', async () => {
    const worked: string[] = []
    let failures = 2
    const { worker, put, drain, clock, database } = await aWorker(async (event, unit) => {
      unit.send(aCall())
      if (jobOf(event) === 'bad' && failures-- > 0) throw new Error('not now')
      worked.push(jobOf(event))
      return []
    })
    const start = clock.now().getTime()
    await put('a', 'bad', 'next')
    await put('b', 'other')
    worker.start()
    await clock.advance(500)
    expect(worked).toEqual(['other'])
    await drain()
    expect(worked).toEqual(['other', 'bad', 'next'])
    expect(clock.now().getTime() - start).toBe(3_000)
    expect(await database.outbox.depth()).toBe(3)
    await worker.stop()
  })

  test('after the last try an event is given up, and its lane goes on', async () => {
    const worked: string[] = []
    const { worker, put, drain, given, database } = await aWorker(async (event) => {
      if (jobOf(event) === 'bad') throw new Error('never')
      worked.push(jobOf(event))
      return []
    })
    await put('a', 'bad', 'next')
    worker.start()
    await drain()
    expect([given, worked]).toEqual([['bad'], ['next']])
    expect(await database.outbox.depth()).toBe(1)
    await worker.stop()
  })

  test('while somebody who has to be asked is away, an event is not given up', async () => {
    let tries = 0
    const { worker, put, drain, given } = await aWorker(async () => {
      tries += 1
      if (tries <= 30) throw new UnavailableError('the one who knows')
      return []
    })
    await put('a', 'question')
    worker.start()
    await drain()
    expect([tries, given]).toEqual([31, []])
    await worker.stop()
  })

  test('a database that is away says nothing about the event: no try is counted', async () => {
    let tries = 0
    const away = new Error('connection reset')
    const { worker, put, drain, given } = await aWorker(
      async () => {
        tries += 1
        if (tries <= 30) throw away
        return []
      },
      { isAway: (error) => error === away },
    )
    await put('a', 'unlucky')
    worker.start()
    await drain()
    expect([tries, given]).toEqual([31, []])
    await worker.stop()
  })

  test('an event is marked as failed even when giving it up fails', async () => {
    const worked: string[] = []
    const { worker, put, drain } = await aWorker(
      async (event) => {
        if (jobOf(event) === 'bad') throw new Error('never')
        worked.push(jobOf(event))
        return []
      },
      {
        giveUp: async () => {
          throw new Error('not even that')
        },
      },
    )
    await put('a', 'bad', 'next')
    worker.start()
    await drain()
    expect(worked).toEqual(['next'])
    await worker.stop()
  })

  test('an event whose rows moved on is worked again at once', async () => {
    let stale = 3
    const { worker, put, drain, clock } = await aWorker(async () => {
      stale -= 1
      if (stale >= 0) throw new StaleWriteError('a ticket')
      return []
    })
    const start = clock.now().getTime()
    await put('a', '1')
    worker.start()
    await drain()
    expect([stale, clock.now().getTime() - start]).toEqual([-1, 0])
    await worker.stop()
  })

  test('an event whose rows never stand still is given up at last', async () => {
    const { worker, put, drain, given } = await aWorker(async () => {
      throw new StaleWriteError('a ticket')
    })
    await put('a', '1')
    worker.start()
    await drain()
    expect(given).toEqual(['1'])
    await worker.stop()
  })
})
