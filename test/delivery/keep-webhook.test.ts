import { expect, test } from 'vitest'
import { createWebhookKeeper, type WebhookKeeperOptions } from '../../src/delivery/keep-webhook.ts'
import type { TransportAnswer } from '../../src/delivery/ports.ts'
import { createDrivenClock } from '../support/driven-clock.ts'
import { createTestLog } from '../support/test-log.ts'

const URL_OF_OURS = 'https://shop.example/support/telegram-secret-path'
const MINUTE = 60_000

/** A Telegram that keeps the webhook it is told, unless an answer is given. */
function aKeeper(more: Partial<WebhookKeeperOptions> = {}) {
  const clock = createDrivenClock()
  const log = createTestLog()
  const asked: string[] = []
  const answers: TransportAnswer[] = []
  const telegram: Record<string, unknown> = { url: '' }
  const keeper = createWebhookKeeper({
    transport: {
      call: async (method, payload) => {
        asked.push(method)
        const answer = answers.shift()
        if (answer !== undefined) return answer
        if (method === 'setWebhook') Object.assign(telegram, payload)
        return { kind: 'ok', result: method === 'setWebhook' ? true : { ...telegram } }
      },
    },
    clock,
    log,
    webhook: { url: URL_OF_OURS, secret: 'the-secret' },
    allowedUpdates: ['message', 'callback_query'],
    random: () => 0,
    ...more,
  })
  const messages = () => log.lines.map((line) => line.message)
  return { clock, log, asked, answers, telegram, keeper, messages }
}

const refused = (code: number, description: string): TransportAnswer => ({
  kind: 'error',
  ...{ code, description, parameters: code === 429 ? { retry_after: 7 } : {} },
})

test('the webhook is set with its secret, without dropping what waits, and looked at from time to time', async () => {
  const { keeper, clock, asked, telegram } = aKeeper()
  keeper.start()
  await clock.settle()
  expect(asked).toEqual(['setWebhook', 'getWebhookInfo'])
  expect(telegram).toEqual({
    url: URL_OF_OURS,
    secret_token: 'the-secret',
    allowed_updates: ['message', 'callback_query'],
  })
  await clock.advance(3 * MINUTE)
  expect(asked.slice(2)).toEqual(['getWebhookInfo', 'getWebhookInfo', 'getWebhookInfo'])
  await keeper.stop()
  expect(clock.timers).toBe(0)
})

test.each([
  ['taken away', { url: '' }, 'Somebody else took the webhook away: it is set again'],
  [
    'led elsewhere',
    { url: 'https://other.example/x' },
    'Somebody else took the webhook away: it is set again',
  ],
  [
    'asked for less',
    { allowed_updates: ['message'] },
    'Somebody else asks for other updates: it is set again',
  ],
])('a webhook that was %s is set again', async (_, change, message) => {
  const { keeper, clock, telegram, messages } = aKeeper()
  keeper.start()
  await clock.settle()
  Object.assign(telegram, change)
  await clock.advance(MINUTE)
  expect(telegram).toMatchObject({ url: URL_OF_OURS, allowed_updates: ['message', 'callback_query'] })
  expect(messages()).toEqual(['Webhook set', message, 'Webhook set'])
  await keeper.stop()
})

test('a server that never shows what it was told is not told all the time', async () => {
  const { keeper, clock, asked, answers } = aKeeper()
  for (let left = 10; left > 0; left -= 1) {
    answers.push({ kind: 'ok', result: true }, { kind: 'ok', result: { url: URL_OF_OURS } })
  }
  keeper.start()
  await clock.advance(2 * MINUTE + 1)
  expect(asked.filter((method) => method === 'setWebhook')).toHaveLength(3)
  await keeper.stop()
})

test("Telegram's reason is told once, and not one that is older than this process", async () => {
  const { keeper, clock, telegram, log, messages } = aKeeper()
  Object.assign(telegram, { last_error_date: 100, last_error_message: 'Connection refused' })
  keeper.start()
  await clock.advance(2 * MINUTE)
  expect(messages()).toEqual(['Webhook set'])
  Object.assign(telegram, {
    last_error_date: 200,
    last_error_message: 'SSL error: certificate verify failed',
    pending_update_count: 12,
  })
  await clock.advance(3 * MINUTE)
  expect(log.lines.slice(1)).toEqual([
    {
      level: 'warn',
      message: 'Telegram could not bring an update',
      fields: { reason: 'SSL error: certificate verify failed', waiting: 12 },
    },
  ])
  await keeper.stop()
})

test('after a 401 of our own door the secret is set anew: somebody else had set theirs', async () => {
  const { keeper, clock, telegram } = aKeeper()
  keeper.start()
  await clock.settle()
  Object.assign(telegram, {
    secret_token: 'theirs',
    last_error_date: 300,
    last_error_message: 'Wrong response from the webhook: 401 Unauthorized',
  })
  await clock.advance(MINUTE)
  expect(telegram.secret_token).toBe('the-secret')
  await keeper.stop()
})

test('what fails is tried again, later each time, and as late as Telegram says', async () => {
  const { keeper, clock, asked, answers, log } = aKeeper()
  answers.push(
    { kind: 'not-sent', description: 'ECONNREFUSED' },
    refused(400, 'Bad Request: bad webhook: Failed to resolve host'),
    refused(429, 'Too Many Requests: retry after 7'),
  )
  keeper.start()
  const seen: number[] = []
  for (const ms of [0, 999, 1, 1_999, 1, 6_999, 1]) {
    await clock.advance(ms)
    seen.push(asked.filter((method) => method === 'setWebhook').length)
  }
  expect(seen).toEqual([1, 1, 2, 2, 3, 3, 4])
  expect(log.lines[1]).toMatchObject({
    fields: { answer: expect.stringContaining('Failed to resolve host') },
  })
  await keeper.stop()
})

test('a revoked token ends it, and is told', async () => {
  const told: string[] = []
  const { keeper, clock, asked, answers } = aKeeper({ onTokenRevoked: () => void told.push('revoked') })
  answers.push(refused(401, 'Unauthorized'))
  keeper.start()
  await clock.advance(10 * MINUTE)
  expect([asked, told]).toEqual([['setWebhook'], ['revoked']])
  await keeper.stop()
})

test('neither the secret nor the path is logged', async () => {
  const { keeper, clock, telegram, log } = aKeeper()
  keeper.start()
  await clock.settle()
  telegram.url = 'https://other.example/their-secret-path'
  await clock.advance(MINUTE)
  await keeper.stop()
  expect(JSON.stringify([log.lines, log.details])).not.toMatch(/secret/)
})
