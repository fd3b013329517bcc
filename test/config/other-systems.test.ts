import { expect, test } from 'vitest'
import { ConfigError } from '../../src/config/config-error.ts'
import { parseConfig } from '../../src/config/parse-config.ts'
import { secretsOf } from '../../src/config/secrets-of.ts'

const BOT = { BOT_TOKEN: '123456789:AAE', PORT: '8080' }
const ONE = 'a'.repeat(32)
const TWO = 'b'.repeat(40)
const EVENTS_SECRET = `whsec_${Buffer.alloc(32, 'k').toString('base64')}`

function refused(env: Readonly<Record<string, string>>): string[] {
  try {
    parseConfig({ ...BOT, ...env })
    return []
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.problems.map(({ name, problem }) => `${name} ${problem}`)
  }
}

test('several systems get a name and a secret each, and all secrets are kept out of the log', () => {
  const config = parseConfig({
    ...BOT,
    API_TOKENS: ` Магазин : ${ONE} , CRM 2.0:${TWO}`,
    EVENTS_URL: 'https://shop.example/events?a=b',
    EVENTS_SECRET,
  })
  expect(config).toMatchObject({
    apiTokens: [
      { name: 'Магазин', secret: ONE },
      { name: 'CRM 2.0', secret: TWO },
    ],
    events: { url: 'https://shop.example/events?a=b', secret: EVENTS_SECRET },
  })
  expect(secretsOf(config)).toEqual(expect.arrayContaining([ONE, TWO, EVENTS_SECRET]))
})

test.each([
  [ONE, 'has an entry that does not begin with a name and a colon'],
  [`:${ONE}`, 'has an entry that does not begin with a name and a colon'],
  [`Shop:${ONE},`, 'has an entry that does not begin with a name and a colon'],
  [`<b>Shop:${ONE}`, 'has an entry that does not begin with a name and a colon'],
  [`Shop:${'a'.repeat(31)}`, 'has a secret that can be guessed: it is shorter than 32 characters'],
  [`Shop:${ONE} ${ONE}`, 'has a secret with characters that no header takes'],
  [`Shop:пароль-${ONE}`, 'has a secret with characters that no header takes'],
  [`Shop:${ONE},Shop:${TWO}`, 'has a name twice'],
  [`Shop:${ONE},CRM:${ONE}`, 'has a secret twice'],
])('API_TOKENS=%s is refused', (tokens, problem) => {
  expect(refused({ API_TOKENS: tokens })).toEqual([`API_TOKENS ${problem}`])
})

test.each(['https://shop.example', 'http://127.0.0.1:3000/e', 'http://localhost/e', 'http://[::1]:1/e'])(
  'events can go to %s',
  (url) => {
    expect(refused({ EVENTS_URL: url, EVENTS_SECRET })).toEqual([])
  },
)

test.each([
  ['http://shop.example/e', 'begins with http://, which others can read'],
  ['http://127.0.0.1.example/e', 'begins with http://, which others can read'],
  ['https://user:word@shop.example/e', 'holds a name or a password'],
  ['ftp://shop.example', 'is not an address on the web'],
  ['shop.example', 'is not an address on the web'],
])('events can not go to %s', (url, problem) => {
  expect(refused({ EVENTS_URL: url, EVENTS_SECRET })).toEqual([`EVENTS_URL ${problem}`])
})

test.each([
  ['a'.repeat(44), 'is not whsec_ and base64'],
  ['whsec_', 'is not whsec_ and base64'],
  [`whsec_${'a'.repeat(20)}`, 'has fewer than 24 or more than 64 bytes'],
  [`whsec_${'a'.repeat(120)}`, 'has fewer than 24 or more than 64 bytes'],
])('EVENTS_SECRET=%s is refused', (secret, problem) => {
  expect(refused({ EVENTS_URL: 'https://shop.example', EVENTS_SECRET: secret })).toEqual([
    `EVENTS_SECRET ${problem}`,
  ])
})
