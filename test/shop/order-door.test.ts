import type { ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import { LOOK_UP_ORDER } from '../../src/delivery/outgoing-call.ts'
import type { TransportAnswer } from '../../src/delivery/ports.ts'
import { createOrderDoor } from '../../src/shop/order-door.ts'
import { type AskedShop, answerJson, openAskedShop } from '../support/a-shop.ts'
import { createTestLog } from '../support/test-log.ts'

const ORDER = '12345678-0001'
const CANARY = 'canary-order-777'

function openDoor(shop: Pick<AskedShop, 'url' | 'secret'> | null, timeLimitMs = 2_000) {
  const log = createTestLog()
  const calls: string[] = []
  const door = createOrderDoor({
    transport: {
      call: (method) => {
        calls.push(method)
        return Promise.resolve<TransportAnswer>({ kind: 'ok', result: true })
      },
    },
    shop,
    now: () => new Date(),
    log,
    timeLimitMs,
    pauseMs: 0,
  })
  const ask = async (customer: string | null = 'c-42', order = ORDER) => {
    const answer = await door.call(LOOK_UP_ORDER, { order, customer })
    if (answer.kind !== 'ok') throw new Error(`Every look-up ends well, this one as ${answer.kind}`)
    return (answer.result as { found: { order: unknown } }).found.order
  }
  return { door, ask, log, calls }
}

async function asking(answer: (response: ServerResponse) => void, timeLimitMs?: number) {
  const shop = await openAskedShop(answer)
  return { shop, ...openDoor(shop, timeLimitMs) }
}

test('other methods pass by', async () => {
  const { door, calls, shop } = await asking((response) => answerJson(response, {}))
  await door.call('sendMessage', {})
  expect([calls, shop.questions]).toEqual([['sendMessage'], []])
})

test('a question is signed so that the shop can check it, and names the order and the customer', async () => {
  const answer = {
    found: true,
    belongs: true,
    date: '2026-11-12',
    items: ['Mug', 'Kettle'],
    status: 'On its way',
  }
  const { ask, shop } = await asking((response) => answerJson(response, answer))
  expect(await ask()).toEqual(answer)
  expect(await ask(null)).toEqual({ ...answer, belongs: null })
  expect(shop.questions).toEqual([
    { order: ORDER, customer: 'c-42' },
    { order: ORDER, customer: null },
  ])
  expect(shop.unsigned).toBe(0)
})

test('with another secret than the shop’s there is no answer', async () => {
  const shop = await openAskedShop((response) => answerJson(response, { found: true }))
  const { ask, log } = openDoor({ ...shop, secret: 'another secret of no use' })
  expect(await ask()).toBeNull()
  expect(shop.questions).toEqual([])
  expect(log.lines).toMatchObject([{ level: 'warn', fields: { why: 'it answers 401' } }])
})

const NOT_FOUND = { found: false, belongs: null, date: null, items: [], status: null }

test.each([
  [
    '{"found": false}',
    (response: ServerResponse) => answerJson(response, { found: false, date: '2026-11-12' }),
  ],
  ['404', (response: ServerResponse) => response.writeHead(404).end('<h1>no</h1>')],
])('%s means that the shop does not know the order', async (_, answer) => {
  const { ask, log } = await asking((response) => void answer(response))
  expect(await ask()).toEqual(NOT_FOUND)
  expect(log.lines).toEqual([])
})

test('of somebody else’s order nothing is kept but that it is one', async () => {
  const answer = { found: true, belongs: false, date: '2026-11-12', items: [CANARY], status: 'paid' }
  const { ask } = await asking((response) => answerJson(response, answer))
  expect(await ask()).toEqual({ ...NOT_FOUND, found: true, belongs: false })
})

test('what is too long for a card is cut', async () => {
  const items = Array.from({ length: 50 }, (_, index) => `${index}\n${'ж'.repeat(200)}`)
  const { ask } = await asking((response) => answerJson(response, { found: true, items, status: ' a\n b ' }))
  const facts = (await ask()) as { items: string[]; status: string }
  expect(facts.items).toHaveLength(10)
  expect(facts.items[1]).toBe(`1 ${'ж'.repeat(78)}`)
  expect(facts.status).toBe('a b')
})

const json = (answer: unknown) => (response: ServerResponse) => answerJson(response, answer)

test.each<[string, (response: ServerResponse) => unknown, RegExp]>([
  ['no JSON', (response) => response.end('<html>canary-order-777</html>'), /does not fit: the whole/],
  ['no object', json([CANARY]), /does not fit: the whole/],
  ['a field of the wrong kind', json({ found: 'canary-order-777' }), /does not fit: found/],
  ['a day that is none', json({ found: true, date: '2026-02-30' }), /does not fit: date/],
  ['more than 64 KB', json({ found: true, status: 'x'.repeat(70_000) }), /too long/],
  ['an error', (response) => response.writeHead(500).end(CANARY), /answers 500/],
  ['a redirect', (response) => response.writeHead(302, { location: '/elsewhere' }).end(), /answers 302/],
  ['nothing at all', (response) => response.socket?.destroy(), /can not be reached/],
])('%s is no answer: it is asked for once more, then given up', async (_, answer, why) => {
  const { ask, shop, log } = await asking((response) => void answer(response))
  expect(await ask('c-42', CANARY)).toBeNull()
  expect(shop.questions).toHaveLength(2)
  expect(log.lines).toMatchObject([{ level: 'warn', fields: { why: expect.stringMatching(why) } }])
  expect(JSON.stringify(log.lines)).not.toMatch(/canary|127\.0\.0\.1|secret/)
})

test('an answer that does not come within the time is not waited for, nor the rest of one', async () => {
  const silent = await asking(() => undefined, 50)
  const slow = await asking((response) => void response.writeHead(200).write('{"found"'), 50)
  expect([await silent.ask(), await slow.ask()]).toEqual([null, null])
  for (const { log } of [silent, slow])
    expect(log.lines).toMatchObject([{ fields: { why: 'it takes too long' } }])
})

test('a shop that is away is asked once for each order, and the log tells of it once, and once when it is back', async () => {
  let isAway = true
  const { ask, shop, log } = await asking((response) =>
    isAway ? response.writeHead(503).end() : answerJson(response, { found: true }),
  )
  for (const _ of [1, 2, 3]) expect(await ask()).toBeNull()
  expect(shop.questions).toHaveLength(4)
  isAway = false
  for (const _ of [1, 2]) expect(await ask()).toMatchObject({ found: true })
  expect(log.lines.map(({ level }) => level)).toEqual(['warn', 'info'])
})

test('the end of the process ends the question, and says nothing of the shop', async () => {
  const stop = new AbortController()
  const shop = await openAskedShop(() => stop.abort())
  const { door, log } = openDoor(shop)
  const answer = await door.call(LOOK_UP_ORDER, { order: ORDER, customer: null }, stop.signal)
  expect(answer).toEqual({ kind: 'ok', result: { found: { order: null } } })
  expect([shop.questions.length, log.lines]).toEqual([1, []])
})

test('without an address nobody is asked', async () => {
  expect(await openDoor(null).ask()).toBeNull()
})
