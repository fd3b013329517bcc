import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createHttpApp } from '../../src/http/http-app.ts'
import { listen } from '../../src/http/listen.ts'
import { NOT_OPEN } from '../../src/http/readiness.ts'
import { createWebhookDoor, MAX_BODY_BYTES, type TakeUpdates } from '../../src/http/webhook-door.ts'
import { freePort } from '../support/free-port.ts'
import { createTestLog } from '../support/test-log.ts'

const SECRET = 'right-secret_1'
const HEADERS = { 'x-telegram-bot-api-secret-token': SECRET }

interface Open {
  readonly take?: TakeUpdates | null
  readonly storeWithinMs?: number
}

/** The door at a real port, behind which `taken` is stored. */
async function anOpenDoor({ take, ...options }: Open = {}) {
  const taken: unknown[] = []
  const turnedAway: string[] = []
  const log = createTestLog()
  const door = createWebhookDoor({
    url: 'https://shop.example/support/telegram',
    secret: SECRET,
    log,
    take: () => (take === undefined ? async (batch) => taken.push(...batch) : take),
    onTurnedAway: (reason) => turnedAway.push(reason),
    ...options,
  })
  const port = await freePort()
  const app = createHttpApp({
    log,
    door,
    readiness: async () => NOT_OPEN,
    metrics: async () => ({ text: '', contentType: 'text/plain' }),
    isClosing: () => false,
  })
  const server = await listen(app, port, log)
  onTestFinished(() => server.stop())
  const post = (
    body: string | ReadableStream | null,
    headers: Record<string, string> = HEADERS,
    path = '/telegram',
  ) =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers,
      body,
      ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
    })
  return { port, post, taken, turnedAway, log }
}

const stream = (text: string) => new Blob([text]).stream()

test('an update, several of them, and one sent in pieces are stored, then answered with 200', async () => {
  const { post, taken } = await anOpenDoor()
  const answers = [
    await post('{"update_id":1}'),
    await post('[{"update_id":2},{"update_id":3}]', HEADERS, '/support/telegram'),
    await post(stream('{"update_id":4}'), HEADERS, '/'),
  ]
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200])
  expect(taken).toEqual([1, 2, 3, 4].map((update_id) => ({ update_id })))
})

test.each([
  ['none', {}],
  ['an empty one', { 'x-telegram-bot-api-secret-token': '' }],
  ['a longer one', { 'x-telegram-bot-api-secret-token': `${SECRET}1` }],
  ['another one', { 'x-telegram-bot-api-secret-token': 'right-secret_2' }],
])('with %s for a secret nothing is taken', async (_, headers) => {
  const { post, taken, turnedAway } = await anOpenDoor()
  const answer = await post('{"update_id":1}', headers)
  expect([answer.status, await answer.text(), answer.headers.get('connection')]).toEqual([401, '', 'close'])
  expect([taken, turnedAway]).toEqual([[], ['secret']])
})

test('with a wrong secret the answer comes before the body has', async () => {
  const { port } = await anOpenDoor()
  const socket = connect(port, '127.0.0.1')
  socket.write('POST /telegram HTTP/1.1\r\nhost: x\r\ncontent-length: 900000\r\n\r\n{"upd')
  const answer = await new Promise<string>((resolve) => socket.once('data', (data) => resolve(String(data))))
  expect(answer).toMatch(/^HTTP\/1.1 401 /)
  // Nor does the connection stay open for the rest.
  await new Promise<void>((resolve) => socket.resume().once('close', () => resolve()))
})

test('a body over the limit is refused, whether its length is told or not, and one just under it is not', async () => {
  const { post, taken, turnedAway } = await anOpenDoor()
  const withLength = (length: number) => `{"update_id":1,"x":"${'y'.repeat(length - 22)}"}`
  const over = withLength(MAX_BODY_BYTES + 1)
  expect(over).toHaveLength(MAX_BODY_BYTES + 1)
  expect((await post(over)).status).toBe(413)
  expect((await post(stream(over))).status).toBe(413)
  expect([taken, turnedAway]).toEqual([[], ['too-large', 'too-large']])
  expect((await post(withLength(MAX_BODY_BYTES))).status).toBe(200)
  expect(taken).toHaveLength(1)
})

test.each(['', '{', 'update_id=1', '\u0000'])('%j is not JSON', async (body) => {
  const { post, taken, log } = await anOpenDoor()
  expect((await post(body)).status).toBe(400)
  expect(taken).toEqual([])
  expect(log.lines).toEqual([])
})

test('while the store is away, slow, or the desk not open Telegram is asked to come again', async () => {
  const away = await anOpenDoor({ take: () => Promise.reject(new Error('no database')) })
  const slow = await anOpenDoor({ take: () => new Promise(() => {}), storeWithinMs: 30 })
  const closed = await anOpenDoor({ take: null })
  const answers = await Promise.all([away, slow, closed].map(({ post }) => post('{"update_id":1}')))
  expect(answers.map((answer) => answer.status)).toEqual([503, 503, 503])
  expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(['', '', ''])
  expect(away.log.lines).toMatchObject([{ level: 'error', fields: { err: { message: 'no database' } } }])
  expect([away, slow, closed].map(({ turnedAway }) => turnedAway)).toEqual([
    ['not-stored'],
    ['not-stored'],
    ['not-open'],
  ])
})

test('elsewhere, and with other methods, there is nothing', async () => {
  const { port, post, taken } = await anOpenDoor()
  const answers = [
    await post('{"update_id":1}', HEADERS, '/elsewhere'),
    await post('{"update_id":1}', HEADERS, '/support'),
    await fetch(`http://127.0.0.1:${port}/telegram`),
    await fetch(`http://127.0.0.1:${port}/telegram`, { method: 'PUT', headers: HEADERS, body: '{}' }),
  ]
  expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404])
  expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(['', '', '', ''])
  expect(taken).toEqual([])
})

test('a mistake of ours is answered without words about it, and logged', async () => {
  const { port, log } = await anOpenDoor()
  const app = createHttpApp({
    log,
    door: null,
    readiness: () => Promise.reject(new Error('canary in the stack')),
    metrics: async () => ({ text: '', contentType: 'text/plain' }),
    isClosing: () => false,
  })
  const answer = await app.request(`http://127.0.0.1:${port}/readyz`)
  expect([answer.status, await answer.text()]).toEqual([500, ''])
  expect(log.lines).toMatchObject([{ level: 'error', fields: { err: { message: 'canary in the stack' } } }])
})

test('a stop finishes the request in hand and takes no other', async () => {
  let store = () => {}
  const stored = new Promise<void>((resolve) => {
    store = resolve
  })
  const log = createTestLog()
  let began = () => {}
  const inHand = new Promise<void>((resolve) => {
    began = resolve
  })
  const take = async () => {
    began()
    await stored
  }
  const port = await freePort()
  const door = createWebhookDoor({ url: 'https://shop.example/', secret: SECRET, log, take: () => take })
  let isClosing = false
  const app = createHttpApp({
    log,
    door,
    readiness: async () => NOT_OPEN,
    metrics: async () => ({ text: '', contentType: 'text/plain' }),
    isClosing: () => isClosing,
  })
  const server = await listen(app, port, log)
  const post = () => fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers: HEADERS, body: '{}' })
  const answer = post()
  await inHand
  isClosing = true
  const stop = server.stop()
  await expect(post()).rejects.toThrow()
  store()
  expect((await answer).status).toBe(200)
  await stop
})
