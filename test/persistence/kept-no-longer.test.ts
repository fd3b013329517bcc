import { expect, it } from 'vitest'
import { openDatabase } from '../../src/persistence/open-database.ts'
import { describeOnEachDatabase, placeTestDatabase, queryTestDatabase } from '../support/database.ts'
import { aCall, at, aUnit, NOON, putCalls } from './fixtures.ts'

describeOnEachDatabase('texts in the rails', (provider) => {
  it('go when their event or call is over: the ticket alone keeps them', async () => {
    const location = await placeTestDatabase(provider)
    const database = await openDatabase(location)
    const calls = await putCalls(database, aCall('c1'), aCall('c2'), aCall('c3'), aCall('c4'))
    const [one, two, three] = calls
    if (!one || !two || !three) throw new Error('not stored')
    await database.outbox.settle(
      [
        { call: one, status: 'sent', result: {}, maybeTwice: false },
        { call: two, status: 'failed', reason: 'blocked', description: 'Forbidden' },
        { call: three, status: 'unknown' },
      ],
      NOON,
    )
    await database.outbox.supersede(['c4'])
    await (await aUnit(database, 'given-up')).commit('failed')
    await database.close()

    const payloads = await queryTestDatabase(location, 'SELECT payload FROM outbox_calls')
    expect(payloads).toEqual([{ payload: '{}' }, { payload: '{}' }, { payload: '{}' }, { payload: '{}' }])
    const bodies = await queryTestDatabase(location, 'SELECT status, body FROM inbox_events ORDER BY seq')
    expect(bodies[0]).toEqual({ status: 'done', body: '' })
    expect(bodies[1]).toMatchObject({ status: 'failed', body: expect.stringContaining('Привет') })
  })

  it('go with a failed event, too, when it has been kept for whoever looks into it', async () => {
    const location = await placeTestDatabase(provider)
    const database = await openDatabase(location)
    await (await aUnit(database, 'given-up')).commit('failed')
    await database.inbox.prune(NOON)
    expect(await queryTestDatabase(location, 'SELECT status FROM inbox_events')).toHaveLength(1)
    await database.inbox.prune(at(1))
    expect(await queryTestDatabase(location, 'SELECT status FROM inbox_events')).toEqual([])
    await database.close()
  })
})
