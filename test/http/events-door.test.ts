import { expect, test } from 'vitest'
import type { OutsideEvent } from '../../src/app/outside-event.ts'
import { POST_EVENT } from '../../src/delivery/outgoing-call.ts'
import type { TransportAnswer } from '../../src/delivery/ports.ts'
import { createEventsDoor } from '../../src/http/events-door.ts'
import { type EventReceiver, openEventReceiver } from '../support/event-receiver.ts'
import { createTestLog } from '../support/test-log.ts'

const DAY_MS = 24 * 3_600_000

function anEvent(changes: Partial<OutsideEvent> = {}): OutsideEvent {
  const at = new Date().toISOString()
  return {
    ...{ id: 'event-1', type: 'ticket.opened', createdAt: at, change: {} },
    ticket: {
      ...{ number: '482-913', status: 'new', priority: 'standard', category: 'delivery', problem: 'late' },
      ...{ assignee: null, createdAt: at, promisedAt: at, updatedAt: at },
      ...{ firstReplyAt: null, resolvedAt: null, endedAt: null },
    },
    ...changes,
  }
}

async function aDoor(answer?: EventReceiver['answer'], timeLimitMs = 5_000) {
  const receiver = await openEventReceiver()
  if (answer !== undefined) receiver.answer = answer
  const log = createTestLog()
  const passed: string[] = []
  const { EVENTS_URL: url = '', EVENTS_SECRET: secret = '' } = receiver.env
  const door = createEventsDoor({
    transport: {
      call: (method) => {
        passed.push(method)
        return Promise.resolve<TransportAnswer>({ kind: 'ok', result: true })
      },
    },
    ...{ events: { url, secret }, now: () => new Date(), log, timeLimitMs },
  })
  const post = (event: OutsideEvent = anEvent(), stop?: AbortSignal) => door.call(POST_EVENT, event, stop)
  return { receiver, log, passed, door, post }
}

test('other methods pass by', async () => {
  const { door, passed, receiver } = await aDoor()
  await door.call('sendMessage', {})
  expect([passed, receiver.calls]).toEqual([['sendMessage'], []])
})

test('an event is taken with any 2xx, however long the answer', async () => {
  const { receiver, post } = await aDoor((response) => response.writeHead(202).end('x'.repeat(2_000_000)))
  expect(await post()).toEqual({ kind: 'ok', result: true })
  expect([receiver.faults, receiver.calls.length]).toEqual([[], 1])
})

test.each<[string, EventReceiver['answer'], RegExp]>([
  ['an error', (response) => void response.writeHead(500).end('canary'), /answers 500/],
  ['a redirect', (response) => void response.writeHead(307, { location: '/' }).end(), /answers 307/],
  ['nothing at all', (response) => void response.socket?.destroy(), /can not be reached/],
  ['nothing for too long', () => undefined, /takes too long/],
])(
  'after %s it is tried again later, and the log says so once, and once when it is over',
  async (_, answer, why) => {
    const { receiver, post, log } = await aDoor(answer, 200)
    for (const _ of [1, 2])
      expect(await post()).toEqual({ kind: 'not-sent', description: expect.stringMatching(why) })
    receiver.answer = (response) => void response.writeHead(204).end()
    for (const _ of [1, 2]) expect((await post()).kind).toBe('ok')
    expect(log.lines.map(({ level }) => level)).toEqual(['warn', 'info'])
    expect(JSON.stringify(log.lines)).not.toMatch(/canary|127\.0\.0\.1|whsec/)
  },
)

test('what could not be told in a day, and what is answered with 410, is given up with a line in the log', async () => {
  const { receiver, post, log } = await aDoor((response) => void response.writeHead(410).end())
  const old = anEvent({ createdAt: new Date(Date.now() - DAY_MS).toISOString() })
  expect(await post(old)).toMatchObject({ kind: 'error', code: 400, description: 'Not taken for a day' })
  expect(receiver.calls).toEqual([])
  expect(await post()).toMatchObject({ kind: 'error', code: 400 })
  expect(log.lines).toMatchObject([
    { level: 'warn', fields: { event: 'event-1', ticket: '482-913' } },
    { level: 'warn', fields: { event: 'event-1', ticket: '482-913' } },
  ])
})

test('the end of the process ends the call, and says nothing of the receiver', async () => {
  const stop = new AbortController()
  const { post, log } = await aDoor(() => stop.abort())
  expect(await post(anEvent(), stop.signal)).toMatchObject({ kind: 'not-sent' })
  expect(log.lines).toEqual([])
})
