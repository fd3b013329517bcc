import { expect, test } from 'vitest'
import { ConfigError } from '../../src/config/config-error.ts'
import { parseConfig } from '../../src/config/parse-config.ts'

const SECRET = 'a-secret_9'
const SERVER = 'http://127.0.0.1:8081'

/** `NAME problem`, one for each setting that can't be used. */
function refused(env: Readonly<Record<string, string>>): string[] {
  try {
    parseConfig({ BOT_TOKEN: '123456789:AAE', ...env })
    return []
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.problems.map(({ name, problem }) => `${name} ${problem}`)
  }
}

const withUrl = (WEBHOOK_URL: string, more: Readonly<Record<string, string>> = {}) =>
  refused({ WEBHOOK_URL, WEBHOOK_SECRET: SECRET, PORT: '8080', ...more })

test('a port alone serves health and metrics while the bot polls', () => {
  expect(parseConfig({ BOT_TOKEN: '123456789:AAE', PORT: '8080' })).toMatchObject({
    port: 8080,
    webhook: null,
  })
})

test('what a webhook needs besides its address is named at once, beside other mistakes', () => {
  expect(refused({ WEBHOOK_URL: 'https://shop.example/telegram', LOG_LEVEL: 'loud' })).toEqual([
    'LOG_LEVEL is not a level of the log',
    'WEBHOOK_SECRET is not set, but WEBHOOK_URL is',
    'PORT is not set, but WEBHOOK_URL is',
  ])
  expect(refused({ WEBHOOK_SECRET: SECRET, PORT: '8080' })).toEqual([
    'WEBHOOK_SECRET is set without WEBHOOK_URL',
  ])
})

test.each(['https://shop.example', 'https://shop.example:8443/a/b?c=d', 'https://shop.example:88/'])(
  'Telegram calls %s',
  (url) => {
    expect(withUrl(url)).toEqual([])
  },
)

test.each([
  ['http://shop.example/telegram', 'begins with http://, where Telegram does not call'],
  ['https://shop.example:3000/telegram', 'names a port that Telegram does not call'],
  ['https://user:word@shop.example/', 'holds a name or a password'],
  ['https://shop.example/#telegram', 'has a part after "#", which is never sent'],
  ['ftp://shop.example/telegram', 'is not an address on the web'],
])('Telegram does not call %s', (url, problem) => {
  const told = withUrl(url)
  expect(told).toContain(`WEBHOOK_URL ${problem}`)
  expect(withUrl(url, { TELEGRAM_API_ROOT: 'https://api.telegram.org/' })).toEqual(told)
})

test("a Bot API server of one's own calls any port, without https as well", () => {
  expect(withUrl('http://127.0.0.1:3000/telegram', { TELEGRAM_API_ROOT: SERVER })).toEqual([])
})

test.each(['', 'ü', 'a b', 'a.b', `x${'y'.repeat(256)}`, 'tab\tin'])(
  'the secret "%s" is refused',
  (secret) => {
    const env = { WEBHOOK_URL: 'https://shop.example', WEBHOOK_SECRET: secret, PORT: '1' }
    expect(refused(env)).toMatchObject([expect.stringMatching(/^WEBHOOK_SECRET /)])
  },
)

test.each(['0', '-1', '65536', '80.5', '0x50', '999999'])('PORT=%s is refused', (port) => {
  expect(refused({ PORT: port })).toMatchObject([expect.stringMatching(/^PORT /)])
})
