import { expect, it } from 'vitest'
import type { Settlement } from '../../src/delivery/outbox-port.ts'
import type { StoredCall } from '../../src/delivery/outgoing-call.ts'
import { describeOnEachDatabase, openTestDatabase } from '../support/database.ts'
import { aCall, at, GROUP, NOON, putCalls } from './fixtures.ts'

function sent(call: StoredCall, messageId: number): Settlement {
  return { call, status: 'sent', result: { message_id: messageId }, maybeTwice: false }
}

const report = { lane: 'topic:1', when: 'always', data: { ticket: 'ticket-1' } } as const

describeOnEachDatabase('the outbox', (provider) => {
  it('gives back a call as it was put, in order, from a number on', async () => {
    const database = await openTestDatabase(provider)
    const whole = aCall('c1', {
      notBefore: at(5),
      coalesceKey: 'card',
      albumKey: 'album',
      albumIndex: 3,
      subject: 'card:ticket-1',
      report,
      payload: {
        chat_id: GROUP,
        text: 'Здравствуйте',
        reply: { $ref: 'c0', field: 'message_id', orElse: 'omit' },
      },
    })
    const [first] = await putCalls(database, whole, aCall('c2'), aCall('c3'))
    expect(first).toEqual({
      ...whole,
      seq: first?.seq,
      status: 'waiting',
      attempts: 0,
      maybeTwice: false,
      sender: null,
      createdAt: NOON,
      heldAt: null,
    })
    const rest = await database.outbox.waiting(first?.seq ?? 0, 10)
    expect(rest.map((call) => call.id)).toEqual(['c2', 'c3'])
    expect(await database.outbox.waiting(0, 1)).toHaveLength(1)
    expect(await database.outbox.depth()).toBe(3)
  })

  it('marks calls as in flight once', async () => {
    const database = await openTestDatabase(provider)
    const { outbox } = database
    await putCalls(database, aCall('c1'), aCall('c2'))
    expect([...(await outbox.markSending(['c1', 'c2', 'c9'], NOON))].sort()).toEqual(['c1', 'c2'])
    expect(await outbox.markSending(['c1'], NOON)).toEqual([])
    expect(await outbox.waiting(0, 10)).toEqual([])
    expect(await outbox.depth()).toBe(2)
    expect(await outbox.orphans('anybody', NOON)).toMatchObject([
      { id: 'c1', status: 'sending', attempts: 1 },
      { id: 'c2', status: 'sending', attempts: 1 },
    ])
  })

  it('keeps the answers for the calls that refer to them', async () => {
    const database = await openTestDatabase(provider)
    const { outbox } = database
    const [one, two, three] = await putCalls(database, aCall('c1'), aCall('c2'), aCall('c3'), aCall('c4'))
    if (!one || !two || !three) throw new Error('not stored')
    await outbox.markSending(['c1', 'c2', 'c3'], NOON)
    await outbox.settle(
      [
        { call: one, status: 'sent', result: { message_id: 11, message_thread_id: 4 }, maybeTwice: true },
        { call: two, status: 'failed', reason: 'blocked', description: 'Forbidden' },
        { call: three, status: 'unknown' },
      ],
      NOON,
    )
    const results = await outbox.results(['c1', 'c2', 'c3', 'c4', 'c9'])
    expect(Object.fromEntries(results)).toEqual({
      c1: { status: 'sent', chatId: GROUP, result: { message_id: 11, message_thread_id: 4 } },
      c2: { status: 'failed', chatId: GROUP, result: null },
      c3: { status: 'unknown', chatId: GROUP, result: null },
      c4: { status: 'waiting', chatId: GROUP, result: null },
    })
    expect(await outbox.depth()).toBe(1)
  })

  it('links what was sent to what it shows, also where the message was known before', async () => {
    const database = await openTestDatabase(provider)
    const calls = await putCalls(
      database,
      aCall('c1', { subject: 'message:1' }),
      aCall('c2', { subject: 'message:2' }),
      aCall('c3', { subject: 'message:3' }),
    )
    await database.outbox.settle(
      calls.map((call, index) => sent(call, index === 2 ? 50 : 51)),
      NOON,
    )
    const { links } = database.stores
    expect(await links.subjectOf(GROUP, 50)).toBe('message:3')
    expect(await links.subjectOf(GROUP, 51)).toBe('message:2')
    expect(await links.messageIdOf(GROUP, 'message:3')).toBe(50)
    expect(await links.messageIdOf(GROUP, 'message:1')).toBeNull()
    expect(await links.messageIdOf(GROUP + 1, 'message:3')).toBeNull()
  })

  it('reports outcomes to the lanes that asked', async () => {
    const database = await openTestDatabase(provider)
    const onFailure = { ...report, lane: 'topic:2', when: 'failure' } as const
    const [one, two, three, four] = await putCalls(
      database,
      aCall('c1', { report }),
      aCall('c2', { report: onFailure }),
      aCall('c3', { report: onFailure }),
      aCall('c4'),
    )
    if (!one || !two || !three || !four) throw new Error('not stored')
    const failure = { status: 'failed', reason: 'blocked', description: 'Forbidden' } as const
    const lanes = await database.outbox.settle(
      [sent(one, 1), sent(two, 2), { call: three, ...failure }, { call: four, ...failure }],
      NOON,
    )
    expect([...lanes].sort()).toEqual(['topic:1', 'topic:2'])
    expect(await database.inbox.head('topic:1', NOON, 10)).toMatchObject([
      {
        body: {
          kind: 'outcome',
          outcome: {
            callId: 'c1',
            chatId: GROUP,
            method: 'sendMessage',
            outcome: { kind: 'sent', result: { message_id: 1 }, maybeTwice: false },
            data: { ticket: 'ticket-1' },
          },
        },
      },
    ])
    expect(await database.inbox.head('topic:2', NOON, 10)).toMatchObject([
      { body: { outcome: { callId: 'c3', outcome: { kind: 'failed', reason: 'blocked' } } } },
    ])
  })

  it('settles a call once: the first word counts', async () => {
    const database = await openTestDatabase(provider)
    const [call] = await putCalls(database, aCall('c1', { report }))
    if (!call) throw new Error('not stored')
    await database.outbox.markSending(['c1'], NOON)
    expect(await database.outbox.settle([{ call, status: 'unknown' }], NOON)).toEqual(['topic:1'])
    expect(await database.outbox.settle([sent(call, 1)], NOON)).toEqual([])
    expect((await database.outbox.results(['c1'])).get('c1')?.status).toBe('unknown')
    expect(await database.inbox.head('topic:1', NOON, 10)).toHaveLength(1)
  })

  it('gives calls back to wait, counting the attempt or not, and never forgets that one may be there already', async () => {
    const database = await openTestDatabase(provider)
    const { outbox } = database
    await putCalls(database, aCall('c1', { albumKey: 'k' }))
    await outbox.markSending(['c1'], NOON)
    await outbox.retryLater(['c1'], at(5), { maybeTwice: true, countAttempt: true })
    expect(await outbox.waiting(0, 10)).toMatchObject([{ attempts: 1, maybeTwice: true, notBefore: at(5) }])
    await outbox.markSending(['c1'], at(5))
    await outbox.retryLater(['c1'], at(9), { maybeTwice: false, countAttempt: false, leaveAlbum: true })
    expect(await outbox.waiting(0, 10)).toMatchObject([
      { attempts: 1, maybeTwice: true, notBefore: at(9), albumKey: null },
    ])
  })

  it('leaves the calls of a process that lives to it', async () => {
    const database = await openTestDatabase(provider)
    const { outbox, leases } = database
    await putCalls(database, aCall('c1'), aCall('c2'), aCall('c3'), aCall('c4'))
    await leases.beat('living', NOON, 4_000)
    for (const [id, sender] of Object.entries({ c1: 'living', c2: 'never-heard-of', c3: 'self' }))
      await outbox.markSending([id], NOON, sender)
    const found = async (self: string, now: Date) => (await outbox.orphans(self, now)).map((call) => call.id)
    expect(await found('self', at(3))).toEqual(['c2', 'c3'])
    expect(await found('living', at(3))).toEqual(['c1', 'c2', 'c3'])
    const busy = [`${GROUP}:ticket-1`]
    expect(await outbox.busyElsewhere('self', at(3))).toEqual(busy)
    expect(await outbox.busyElsewhere('living', at(3))).toEqual([])
    expect(await outbox.busyElsewhere('self', at(4))).toEqual([])
    expect(await found('self', at(4))).toEqual(['c1', 'c2', 'c3'])
    await leases.beat('living', at(5), 4_000)
    await leases.depart('living')
    expect(await found('self', at(6))).toEqual(['c1', 'c2', 'c3'])
  })

  it('does not let a process that was away take a call from the one that sends it now', async () => {
    const database = await openTestDatabase(provider)
    const { outbox } = database
    await putCalls(database, aCall('c1'))
    await outbox.markSending(['c1'], NOON, 'away')
    await outbox.retryLater(['c1'], at(5), { maybeTwice: true, countAttempt: true, sender: 'away' })
    await outbox.markSending(['c1'], at(5), 'present')
    await outbox.retryLater(['c1'], at(9), { maybeTwice: false, countAttempt: false, sender: 'away' })
    expect(await outbox.waiting(0, 10)).toEqual([])
    expect(await outbox.orphans('present', at(9))).toMatchObject([
      { id: 'c1', sender: 'present', attempts: 2 },
    ])
  })

  it('drops superseded calls, but not those in flight', async () => {
    const database = await openTestDatabase(provider)
    const { outbox } = database
    await putCalls(database, aCall('c1'), aCall('c2'))
    await outbox.markSending(['c2'], NOON)
    await outbox.supersede(['c1', 'c2'])
    expect(await outbox.depth()).toBe(1)
    const results = await outbox.results(['c1', 'c2'])
    expect([results.get('c1')?.status, results.get('c2')?.status]).toEqual(['superseded', 'sending'])
  })

  it('remembers what each chat has seen lately', async () => {
    const database = await openTestDatabase(provider)
    await putCalls(
      database,
      aCall('c1'),
      aCall('c2', { chatId: 5_000_000_001 }),
      aCall('c3', { priority: 3 }),
    )
    await database.outbox.markSending(['c1'], NOON)
    await database.outbox.markSending(['c2'], at(30))
    await database.outbox.markSending(['c3'], at(40))
    expect(await database.outbox.recentSends(at(1))).toEqual([
      { chatId: 5_000_000_001, at: at(30).getTime(), weight: 1, isUpkeep: false },
      { chatId: aCall('c3').chatId, at: at(40).getTime(), weight: 1, isUpkeep: true },
    ])
  })

  it('prunes nothing in a chat where a call has waited for days: it may refer to what was sent', async () => {
    const database = await openTestDatabase(provider)
    const { outbox } = database
    const [old, other] = await putCalls(database, aCall('c1'), aCall('c2', { chatId: 5 }), aCall('c3'))
    if (!old || !other) throw new Error('not stored')
    await outbox.settle([sent(old, 1), sent(other, 2)], NOON)
    const inTwoDays = at(2 * 24 * 3600)
    expect(await outbox.prune(inTwoDays)).toBe(1)
    expect([...(await outbox.results(['c1', 'c2'])).keys()]).toEqual(['c1'])
  })

  it('prunes what ended before a moment, and nothing that is still owed', async () => {
    const database = await openTestDatabase(provider)
    const { outbox } = database
    const waiting = aCall('c3', { chatId: 5 })
    const [one, , , four] = await putCalls(database, aCall('c1'), aCall('c2'), waiting, aCall('c4'))
    if (!one || !four) throw new Error('not stored')
    await outbox.settle([sent(one, 1)], NOON)
    await outbox.settle([sent(four, 2)], at(100))
    await outbox.supersede(['c2'])
    expect(await outbox.prune(at(50))).toBe(2)
    expect([...(await outbox.results(['c1', 'c2', 'c3', 'c4'])).keys()].sort()).toEqual(['c3', 'c4'])
  })
})
