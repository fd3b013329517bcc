import { describe, expect, test } from 'vitest'
import type { Update } from '../../src/delivery/ingest-updates.ts'
import { NO_METERS } from '../../src/delivery/no-meters.ts'
import { createPoller, type PollerOptions } from '../../src/delivery/poll-updates.ts'
import type { TransportAnswer } from '../../src/delivery/ports.ts'
import { UnavailableError } from '../../src/domain/errors.ts'
import { openTestDatabase } from '../support/database.ts'
import { createDrivenClock } from '../support/driven-clock.ts'
import { createTestLog } from '../support/test-log.ts'

type Answer = TransportAnswer | 'hold'

/** A poller against given answers; after the last one Telegram holds the request, as it does when all is quiet. */
async function aPoller(answers: Answer[], more: Partial<PollerOptions> = {}) {
  const clock = createDrivenClock()
  const database = await openTestDatabase()
  const log = createTestLog()
  const asked: (number | undefined)[] = []
  const stored: number[] = []
  const poller = createPoller({
    botId: 1,
    transport: {
      call: async (_method, payload, signal) => {
        asked.push((payload as { offset?: number }).offset)
        const answer = answers.shift() ?? 'hold'
        if (answer !== 'hold') return answer
        await new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()))
        return { kind: 'lost', description: 'aborted' }
      },
    },
    clock,
    log,
    random: () => 0,
    allowedUpdates: ['message'],
    laneOf: (update) => {
      if (update.message === 'strange') throw new Error('no lane')
      return 'lane'
    },
    onStored: (_lanes, updates) => stored.push(...updates.map((update) => update.update_id)),
    ...more,
    inbox: clock.watch(more.inbox ?? database.inbox),
  })
  const inLane = async (lane: string) =>
    (await database.inbox.head(lane, clock.now(), 100)).map((event) =>
      event.body.kind === 'update' ? event.body.update.update_id : null,
    )
  return { clock, database, log, poller, asked, stored, inLane }
}

const updates = (...ids: number[]): Answer => ({
  kind: 'ok',
  result: ids.map((update_id) => ({ update_id })),
})
const refused = (code: number, description: string): Answer => ({
  kind: 'error',
  ...{ code, description, parameters: {} },
})

describe('poller', () => {
  test('confirms updates only with the request after they have been stored', async () => {
    const { poller, clock, asked, inLane } = await aPoller([updates(5, 6), updates(7)])
    poller.start()
    await clock.settle()
    expect(asked).toEqual([undefined, 7, 8])
    expect(await inLane('lane')).toEqual([5, 6, 7])
    await poller.stop()
  })

  test('keeps no offset once all is confirmed, because ids may restart below it', async () => {
    const { poller, clock, asked, inLane } = await aPoller([updates(900), updates(), updates(3)])
    poller.start()
    await clock.settle()
    expect(asked).toEqual([undefined, 901, undefined, 4])
    expect(await inLane('lane')).toEqual([900, 3])
    await poller.stop()
  })

  test('stores an update once however often it comes', async () => {
    const { poller, clock, inLane } = await aPoller([updates(5), updates(5, 6)])
    poller.start()
    await clock.settle()
    expect(await inLane('lane')).toEqual([5, 6])
    await poller.stop()
  })

  test('does not confirm what could not be stored', async () => {
    let failures = 3
    const { database, clock } = await aPoller([])
    const inbox = {
      ingest: async (...args: Parameters<typeof database.inbox.ingest>) => {
        failures -= 1
        if (failures >= 0) throw new Error('database is locked')
        return await database.inbox.ingest(...args)
      },
    }
    const { poller, asked, clock: time } = await aPoller([updates(5), updates(5)], { inbox })
    poller.start()
    await time.advance(1_000)
    expect(asked).toEqual([undefined, undefined, 6])
    expect(await database.inbox.head('lane', clock.now(), 5)).toHaveLength(1)
    await poller.stop()
  })

  test('one update that the store refuses does not hold up the others', async () => {
    const { database, clock } = await aPoller([])
    const inbox = {
      ingest: async (...args: Parameters<typeof database.inbox.ingest>) => {
        if (JSON.stringify(args[1]).includes('poison')) throw new Error('refused')
        return await database.inbox.ingest(...args)
      },
    }
    const batch: Answer = {
      kind: 'ok',
      result: [{ update_id: 1 }, { update_id: 2, message: 'poison' }, { update_id: 3, message: 'strange' }],
    }
    const { poller, asked, clock: time } = await aPoller([batch], { inbox })
    poller.start()
    await time.settle()
    expect(asked).toEqual([undefined, 4])
    expect(await database.inbox.head('lane', clock.now(), 5)).toHaveLength(1)
    const unreadable = await database.inbox.head('unreadable', clock.now(), 5)
    expect(unreadable.map((event) => event.body)).toMatchObject([
      { update: { update_id: 2, unreadable: expect.any(String) } },
      { update: { update_id: 3, message: 'strange' } },
    ])
    await poller.stop()
  })

  test('takes no update for unreadable because the database is away', async () => {
    let failures = 3
    const { database, clock } = await aPoller([])
    const inbox = {
      ingest: async (...args: Parameters<typeof database.inbox.ingest>) => {
        failures -= 1
        if (failures >= 0 && failures !== 1) throw new UnavailableError('the inbox')
        if (failures === 1) throw new Error('refused')
        return await database.inbox.ingest(...args)
      },
    }
    const { poller, clock: time } = await aPoller([updates(5), updates(5), updates(5)], { inbox })
    poller.start()
    await time.advance(1_000)
    expect(await database.inbox.head('lane', clock.now(), 5)).toHaveLength(1)
    expect(await database.inbox.head('unreadable', clock.now(), 5)).toEqual([])
    await poller.stop()
  })

  test('goes on after trouble, waiting longer each time', async () => {
    const { poller, clock, stored, log } = await aPoller([
      refused(502, 'Bad Gateway'),
      { kind: 'not-sent', description: 'ECONNREFUSED' },
      { kind: 'ok', result: 'no list' },
      updates(5),
    ])
    poller.start()
    await clock.advance(6_999)
    expect(stored).toEqual([])
    await clock.advance(1)
    expect(stored).toEqual([5])
    expect(log.lines).toHaveLength(3)
    await poller.stop()
  })

  test('says who else has the updates, and removes a webhook', async () => {
    let removed = 0
    const { poller, clock, stored, log } = await aPoller(
      [
        refused(409, "Conflict: can't use getUpdates method while webhook is active"),
        refused(409, 'Conflict: terminated by other getUpdates request'),
        updates(5),
      ],
      {
        onWebhookSet: async () => {
          removed += 1
        },
      },
    )
    poller.start()
    await clock.advance(3_000)
    expect([removed, stored]).toEqual([1, [5]])
    expect(log.lines.map((line) => line.message)).toEqual([
      'A webhook is set, so Telegram refuses polling',
      'Another process polls with this token',
    ])
    await poller.stop()
  })

  test('stops polling when the token is revoked', async () => {
    const told: string[] = []
    const { poller, clock, asked } = await aPoller([refused(401, 'Unauthorized'), updates(5)], {
      onTokenRevoked: () => void told.push('revoked'),
    })
    poller.start()
    await clock.advance(600_000)
    expect([asked.length, told]).toEqual([1, ['revoked']])
    await poller.stop()
  })

  test('asks again when Telegram never answers', async () => {
    const { poller, clock, stored } = await aPoller(['hold', updates(5)])
    poller.start()
    await clock.advance(46_000)
    expect(stored).toEqual([5])
    await poller.stop()
  })

  test('a stop drops the open request at once and leaves no timer', async () => {
    const { poller, clock } = await aPoller([])
    poller.start()
    await clock.settle()
    await poller.stop()
    expect(clock.timers).toBe(0)
  })
})

test('an update without an id is left out and logged', async () => {
  const batch: Answer = { kind: 'ok', result: [{ message: 'x' }, null, { update_id: 8 } satisfies Update] }
  const { poller, clock, stored, log } = await aPoller([batch])
  poller.start()
  await clock.settle()
  expect(stored).toEqual([8])
  expect(log.lines).toHaveLength(1)
  await poller.stop()
})

test('an update that can not even be written down again is let go, and counted like the others', async () => {
  const counted: string[] = []
  const nested = JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`)
  const batch: Answer = {
    kind: 'ok',
    result: [
      { update_id: 3, poll: nested },
      { update_id: 4, message: {} },
    ],
  }
  const { poller, clock, stored, inLane } = await aPoller([batch], {
    meters: { ...NO_METERS, received: (door, kind) => void counted.push(`${door} ${kind}`) },
  })
  poller.start()
  await clock.settle()
  expect(stored).toEqual([3, 4])
  expect(await inLane('lane')).toEqual([4])
  expect(counted).toEqual(['polling poll', 'polling message'])
  await poller.stop()
})
