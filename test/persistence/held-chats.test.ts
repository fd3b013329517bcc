import { expect, it } from 'vitest'
import type { HeldChat } from '../../src/delivery/outbox-port.ts'
import { describeOnEachDatabase, openTestDatabase } from '../support/database.ts'
import { aCall, at, commitUnit, GROUP, NOON, putCalls } from './fixtures.ts'

const LANE = 'group:1'

function aHold(changes: Partial<HeldChat> = {}): HeldChat {
  return {
    chatId: GROUP,
    reason: 'group-gone',
    since: NOON,
    nextTryAt: at(1),
    tries: 1,
    callId: 'c1',
    ...changes,
  }
}

describeOnEachDatabase('held chats', (provider) => {
  it('are kept with their refused calls, which wait again and are not counted', async () => {
    const { outbox, inbox, stores } = await withCallSent()
    expect(await outbox.holdChat(aHold(), [{ id: 'c1', sender: null }], LANE, NOON)).toEqual([LANE])
    expect(await outbox.heldChats()).toEqual([aHold()])
    expect(await outbox.countHeldChats()).toBe(1)
    expect(await stores.holds.has(GROUP)).toBe(true)
    expect(await stores.holds.has(5)).toBe(false)
    expect(await outbox.waiting(0, 10)).toMatchObject([
      { id: 'c1', status: 'waiting', attempts: 0, notBefore: NOON, heldAt: null },
    ])
    expect(await inbox.head(LANE, NOON, 10)).toMatchObject([
      { body: { kind: 'reach', reach: { chatId: GROUP, change: 'held', reason: 'group-gone' } } },
    ])
  })

  it('are told of once, and again where the reason is another', async () => {
    const { outbox } = await withCallSent()
    await outbox.holdChat(aHold(), [{ id: 'c1', sender: null }], LANE, NOON)
    const later = aHold({ since: at(9), nextTryAt: at(20), tries: 2 })
    expect(await outbox.holdChat(later, [], LANE, at(9))).toEqual([])
    expect(await outbox.heldChats()).toEqual([aHold({ nextTryAt: at(20), tries: 2 })])
    expect(await outbox.holdChat(aHold({ reason: 'cant-write' }), [], LANE, at(9))).toEqual([LANE])
    expect(await outbox.heldChats()).toMatchObject([{ reason: 'cant-write', since: NOON }])
  })

  it('end with a try that went through, which is told once', async () => {
    const { outbox, inbox } = await withCallSent()
    await outbox.holdChat(aHold(), [{ id: 'c1', sender: null }], LANE, NOON)
    expect(await outbox.releaseHeld(aHold({ since: at(-5) }), LANE, at(1))).toEqual([])
    await outbox.tryHeldLater(aHold({ nextTryAt: at(30), tries: 3 }))
    expect(await outbox.heldChats()).toEqual([aHold({ nextTryAt: at(30), tries: 3 })])
    expect(await outbox.releaseHeld(aHold(), LANE, at(1))).toEqual([LANE])
    expect(await outbox.releaseHeld(aHold(), LANE, at(1))).toEqual([])
    expect(await outbox.heldChats()).toEqual([])
    expect(await inbox.head(LANE, at(1), 10)).toMatchObject([
      { body: { reach: { change: 'held' } } },
      { body: { reach: { change: 'released' } } },
    ])
  })

  it('are tried no more once the chat itself has said that it is gone, and end when it says so', async () => {
    const database = await withCallSent()
    const { outbox } = database
    await outbox.holdChat(aHold(), [{ id: 'c1', sender: null }], LANE, NOON)
    await commitUnit(database, (unit) => unit.holds.confirm(GROUP))
    const silent = aHold({ nextTryAt: null })
    expect(await outbox.heldChats()).toEqual([silent])
    // A try that was on its way changes nothing, whatever it has shown.
    await outbox.tryHeldLater(aHold({ nextTryAt: at(30) }))
    expect(await outbox.releaseHeld(aHold(), LANE, at(1))).toEqual([])
    await outbox.holdChat(aHold({ nextTryAt: at(40) }), [], LANE, at(2))
    expect(await outbox.heldChats()).toEqual([silent])
    await commitUnit(database, (unit) => unit.holds.release(GROUP))
    expect(await outbox.heldChats()).toEqual([])
  })

  it('tell whoever asked for a report that the call waits; its end is reported all the same', async () => {
    const database = await openTestDatabase(provider)
    const { outbox, inbox } = database
    const report = { lane: 'private:1', when: 'failure', data: { ticket: 'ticket-1' } } as const
    const calls = await putCalls(database, aCall('c1', { report }), aCall('c2', { report }))
    expect(await outbox.reportHeld(calls, at(3))).toEqual(['private:1'])
    const waiting = await outbox.waiting(0, 10)
    expect(waiting).toMatchObject([{ heldAt: at(3) }, { heldAt: at(3) }])
    const ends = waiting.map((call) => ({ call, status: 'failed', reason: 'x', description: '' }) as const)
    await outbox.settle(ends, at(4))
    const told = (await inbox.head('private:1', at(4), 10)).map(({ body }) =>
      body.kind === 'outcome' ? [body.outcome.callId, body.outcome.outcome.kind, body.outcome.data] : null,
    )
    expect(told).toEqual([
      ['c1', 'held', report.data],
      ['c2', 'held', report.data],
      ['c1', 'failed', report.data],
      ['c2', 'failed', report.data],
    ])
  })

  it('end where the group got another id', async () => {
    const { outbox } = await withCallSent()
    await outbox.holdChat(aHold(), [{ id: 'c1', sender: null }], LANE, NOON)
    await outbox.moveChat(GROUP, -200, [], NOON)
    expect(await outbox.heldChats()).toEqual([])
  })

  async function withCallSent() {
    const database = await openTestDatabase(provider)
    await putCalls(database, aCall('c1'))
    await database.outbox.markSending(['c1'], NOON)
    return database
  }
})
