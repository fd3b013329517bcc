import { expect, it } from 'vitest'
import { openDatabase } from '../../src/persistence/open-database.ts'
import {
  describeOnEachDatabase,
  openTestDatabase,
  placeTestDatabase,
  queryTestDatabase,
} from '../support/database.ts'
import {
  aCall,
  aCustomer,
  anUpdate,
  aTicket,
  at,
  BOT,
  claim,
  commitUnit,
  NOON,
  putCalls,
} from './fixtures.ts'

describeOnEachDatabase('the numbers for whoever watches', (provider) => {
  it('are zero in an empty shop', async () => {
    const { watch } = await openTestDatabase(provider)
    const nothing = { depth: 0, oldestAt: null }
    expect(await watch.inbox()).toEqual(nothing)
    expect(await watch.outbox()).toEqual({ private: nothing, group: nothing })
    expect(await watch.unfinishedTickets()).toEqual({ new: 0, open: 0, pending: 0, resolved: 0 })
    expect(await watch.endedTickets()).toEqual({ closed: 0, cancelled: 0 })
    expect(await watch.overdueTickets(NOON)).toEqual({ firstResponse: 0, resolution: 0 })
    expect(await watch.heldChats()).toEqual({})
    expect(await watch.holder('leader')).toBeNull()
  })

  it('tell what waits in the inbox, and since when', async () => {
    const { watch, inbox } = await openTestDatabase(provider)
    await inbox.ingest(BOT, [anUpdate(1, 'a'), anUpdate(2, 'b')], at(10))
    await inbox.ingest(BOT, [anUpdate(3, 'c')], at(20))
    expect(await watch.inbox()).toEqual({ depth: 3, oldestAt: at(10) })
  })

  it('leave out events that are done, and keep those that are postponed', async () => {
    const database = await openTestDatabase(provider)
    const { watch, inbox } = database
    await commitUnit(database, () => undefined)
    await inbox.ingest(BOT, [anUpdate(2, 'b')], at(20))
    const [event] = await inbox.head('b', at(20), 1)
    if (event) await inbox.postpone(await claim(database, 'b'), event, at(500), 'not now')
    expect(await watch.inbox()).toEqual({ depth: 1, oldestAt: at(20) })
  })

  it('tell the calls to people and to groups apart, and leave out what is no longer waiting', async () => {
    const database = await openTestDatabase(provider)
    const { watch, outbox } = database
    await putCalls(
      database,
      ...[aCall('g1'), aCall('g2'), aCall('g3', { notBefore: at(900) })],
      ...[aCall('p1', { chatId: 5_000_000_001 }), aCall('p2', { chatId: 7 })],
    )
    await outbox.markSending(['p1'], NOON)
    await outbox.supersede(['g1'])
    expect(await watch.outbox()).toEqual({
      private: { depth: 1, oldestAt: NOON },
      group: { depth: 2, oldestAt: NOON },
    })
  })

  it('count the chats that can not be reached, by reason', async () => {
    const { watch, outbox } = await openTestDatabase(provider)
    const hold = { since: NOON, nextTryAt: null, tries: 0, callId: 'c1' }
    for (const [chatId, reason] of [
      [1, 'blocked'] as const,
      [2, 'blocked'] as const,
      [-3, 'cant-write'] as const,
    ])
      await outbox.holdChat({ ...hold, chatId, reason }, [], 'lane', NOON)
    expect(await watch.heldChats()).toEqual({ blocked: 2, 'cant-write': 1 })
  })

  it('count tickets by status', async () => {
    const database = await openTestDatabase(provider)
    const statuses = ['new', 'new', 'open', 'pending', 'resolved', 'closed', 'cancelled', 'closed'] as const
    await commitUnit(database, (unit) => {
      unit.customers.save(aCustomer())
      statuses.forEach((status, index) => {
        unit.tickets.add(aTicket({ id: `t${index}`, number: `10000${index}`, status }), [])
      })
    })
    const { watch } = database
    expect(await watch.unfinishedTickets()).toEqual({ new: 2, open: 1, pending: 1, resolved: 1 })
    expect(await watch.endedTickets()).toEqual({ closed: 2, cancelled: 1 })
  })

  it('count as overdue by either promise those on which the shop has to move', async () => {
    const database = await openTestDatabase(provider)
    const statuses = ['new', 'open', 'pending', 'resolved', 'closed', 'cancelled'] as const
    const promised = { promisedAt: at(60), resolveBy: at(90) }
    const ways = [
      ...statuses.map((status) => ({ ...promised, status })),
      { ...promised, status: 'open', firstReplyAt: at(30) } as const,
      { ...promised, status: 'open', firstReplyAt: at(30), resolveBy: null } as const,
      { status: 'new', promisedAt: at(9_000), resolveBy: at(9_000) } as const,
    ]
    await commitUnit(database, (unit) => {
      unit.customers.save(aCustomer())
      for (const [index, init] of ways.entries())
        unit.tickets.add(aTicket({ id: `t${index}`, number: `10000${index}`, ...init }), [])
    })
    const overdueAt = (seconds: number) => database.watch.overdueTickets(at(seconds))
    expect(await overdueAt(60)).toEqual({ firstResponse: 0, resolution: 0 })
    expect(await overdueAt(61)).toEqual({ firstResponse: 2, resolution: 0 })
    expect(await overdueAt(91)).toEqual({ firstResponse: 2, resolution: 3 })
  })

  it('name who holds a lease', async () => {
    const { watch, leases } = await openTestDatabase(provider)
    await leases.hold('leader', 'host:1:abc', NOON, 9_000)
    expect(await watch.holder('leader')).toEqual({ owner: 'host:1:abc', until: at(9) })
  })
})

it('read an index and not the rows, where the rows are many', async () => {
  const place = await placeTestDatabase('sqlite')
  await (await openDatabase(place)).close()
  const plan = async (sql: string) =>
    (await queryTestDatabase(place, `EXPLAIN QUERY PLAN ${sql}`)).map((row) => String(row.detail)).join('\n')
  const calls = `SELECT COUNT(*), MIN(seq) FROM (SELECT seq FROM outbox_calls WHERE status = 'waiting' AND "chatId"`
  expect(await plan(`${calls} < 0)`)).toContain('USING COVERING INDEX')
  expect(await plan(`${calls} >= 0 LIMIT 1000000)`)).toContain('USING COVERING INDEX')
  expect(
    await plan(`SELECT COUNT(*), status FROM tickets WHERE status IN ('new', 'open') GROUP BY status`),
  ).toContain('USING COVERING INDEX')
  for (const overdue of [`"firstReplyAt" IS NULL AND "promisedAt"`, `"resolveBy"`]) {
    expect(
      await plan(
        `SELECT COUNT(*) FROM tickets WHERE status IN ('new', 'open') AND ${overdue} < '2026-01-01'`,
      ),
    ).toContain('USING COVERING INDEX')
  }
})
