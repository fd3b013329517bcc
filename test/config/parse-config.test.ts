import { describe, expect, test } from 'vitest'
import { ConfigError } from '../../src/config/config-error.ts'
import { EXIT_CONFIG, explainConfigError } from '../../src/config/explain-config-error.ts'
import { type Environment, parseConfig } from '../../src/config/parse-config.ts'

const TOKEN = '123456789:AAE-canary_canary_canary_canary_cana'

function refusalOf(env: Environment): ConfigError {
  try {
    parseConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error
    throw error
  }
  throw new Error('The settings were accepted')
}

const namesRefused = (env: Environment) => refusalOf(env).problems.map((problem) => problem.name)

describe('settings', () => {
  test('need nothing but the token', () => {
    expect(parseConfig({ BOT_TOKEN: TOKEN })).toEqual({
      botToken: TOKEN,
      staffChatId: null,
      roles: { owners: [], supervisors: [] },
      telegramApiRoot: 'https://api.telegram.org',
      database: { url: null, dataDir: './data' },
      freeStorage: null,
      linkSecret: null,
      mail: null,
      orderLookupUrl: null,
      apiTokens: [],
      events: null,
      retentionDays: null,
      weeklyReport: true,
      attachments: 'telegram',
      catalogFile: null,
      timeZone: 'Europe/Moscow',
      defaultLanguage: 'ru',
      ticketCard: 'rich',
      logLevel: 'info',
      reopenWindowDays: 7,
      webhook: null,
      port: null,
    })
  })

  test('are taken as they are written', () => {
    const config = parseConfig({
      BOT_TOKEN: ` ${TOKEN} `,
      STAFF_CHAT_ID: '-1001234567890',
      TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/',
      DATABASE_URL: 'postgresql://desk:secret@db:5432/desk',
      DATA_DIR: '/var/lib/desk',
      SESSION_STORAGE: 'database',
      ATTACHMENTS: 'disk',
      CATALOG_FILE: './catalog.yaml',
      TIME_ZONE: 'Asia/Yekaterinburg',
      DEFAULT_LANGUAGE: 'en',
      TICKET_CARD: 'plain',
      LOG_LEVEL: 'debug',
      REOPEN_WINDOW_DAYS: '0',
      WEBHOOK_URL: 'https://shop.example/support/telegram',
      WEBHOOK_SECRET: 'Nobody-can_guess-1',
      PORT: '8080',
    })
    expect(config).toMatchObject({
      botToken: TOKEN,
      staffChatId: -1001234567890,
      telegramApiRoot: 'http://127.0.0.1:8081',
      database: { url: 'postgresql://desk:secret@db:5432/desk', dataDir: '/var/lib/desk' },
      attachments: 'disk',
      catalogFile: './catalog.yaml',
      timeZone: 'Asia/Yekaterinburg',
      defaultLanguage: 'en',
      ticketCard: 'plain',
      logLevel: 'debug',
      reopenWindowDays: 0,
      webhook: { url: 'https://shop.example/support/telegram', secret: 'Nobody-can_guess-1' },
      port: 8080,
    })
  })

  test('of the free storage are taken with it, and refused without, beside all else that is wrong', () => {
    const own = { FREE_STORAGE_URL: 'https://sessions.shop.example/api/', FREE_STORAGE_JWT: 'eyJ.eyJ.sig_1-' }
    expect(parseConfig({ BOT_TOKEN: TOKEN, SESSION_STORAGE: 'free', ...own }).freeStorage).toEqual({
      url: 'https://sessions.shop.example/api',
      jwt: 'eyJ.eyJ.sig_1-',
    })
    expect(parseConfig({ BOT_TOKEN: TOKEN, SESSION_STORAGE: 'free' }).freeStorage).toEqual({
      url: null,
      jwt: null,
    })
    const refusal = refusalOf({ BOT_TOKEN: TOKEN, LOG_LEVEL: 'loud', ...own })
    expect(explainConfigError(refusal)).toMatch(
      /LOG_LEVEL.*FREE_STORAGE_URL.*alone.*FREE_STORAGE_JWT.*alone/s,
    )
    expect(namesRefused({ BOT_TOKEN: TOKEN, SESSION_STORAGE: 'free', FREE_STORAGE_JWT: 'a b' })).toEqual([
      'FREE_STORAGE_JWT',
    ])
  })

  test('that are empty count as not set, and foreign ones are let be', () => {
    const config = parseConfig({ BOT_TOKEN: TOKEN, STAFF_CHAT_ID: '', PORT: ' ', HOME: '/root' })
    expect(config.staffChatId).toBeNull()
  })

  test('that are wrong are all named at once, each with its mend', () => {
    const { problems } = refusalOf({
      BOT_TOKEN: 'no token',
      STAFF_CHAT_ID: '12',
      OWNERS: '@oleg',
      SUPERVISORS: '1,,2',
      TELEGRAM_API_ROOT: 'localhost:8081',
      DATABASE_URL: 'file:./desk.db',
      SESSION_STORAGE: 'redis',
      ATTACHMENTS: 's3',
      TIME_ZONE: '+03:00',
      DEFAULT_LANGUAGE: 'de',
      TICKET_CARD: 'poor',
      LOG_LEVEL: 'loud',
      REOPEN_WINDOW_DAYS: '1.5',
      WEBHOOK_URL: 'shop.example/telegram',
      WEBHOOK_SECRET: 'with space',
      PORT: '70000',
    })
    expect(problems.map((problem) => problem.name)).toEqual([
      'BOT_TOKEN',
      'STAFF_CHAT_ID',
      'OWNERS',
      'SUPERVISORS',
      'TELEGRAM_API_ROOT',
      'DATABASE_URL',
      'SESSION_STORAGE',
      'ATTACHMENTS',
      'TIME_ZONE',
      'DEFAULT_LANGUAGE',
      'TICKET_CARD',
      'LOG_LEVEL',
      'REOPEN_WINDOW_DAYS',
      'WEBHOOK_URL',
      'WEBHOOK_SECRET',
      'PORT',
    ])
    for (const { mend } of problems) expect(mend).toMatch(/^write |^open /)
  })

  test.each([
    ['SMTP_URL', 'smtp://mail.shop.example', 'MAIL_FROM'],
    ['MAIL_FROM', 'support@shop.example', 'SMTP_URL'],
    ['ORDER_LOOKUP_URL', 'https://shop.example/orders', 'LINK_SECRET'],
    ['API_TOKENS', `Shop:${'s'.repeat(32)}`, 'PORT'],
    ['EVENTS_URL', 'https://shop.example/events', 'EVENTS_SECRET'],
    ['EVENTS_SECRET', `whsec_${'A'.repeat(44)}`, 'EVENTS_URL'],
  ])('%s alone is refused, not ignored', (name, value, other) => {
    const error = refusalOf({ BOT_TOKEN: TOKEN, [name]: value })
    expect(explainConfigError(error)).toContain(`${name} needs ${other}, which is not set`)
  })

  test.each([
    'Shop',
    'Shop <support>',
    'a@b@c',
    'Shop <a@b.example>, c@d.example',
    'a@b.example\nBcc: x@y.example',
  ])('MAIL_FROM=%s is not one address', (from) => {
    const env = { BOT_TOKEN: TOKEN, SMTP_URL: 'smtp://mail.shop.example', MAIL_FROM: from }
    expect(namesRefused(env)).toEqual(['MAIL_FROM'])
  })

  test.each(['12', '0', '-', '-1.5', 'my group', '@group', '-99999999999999999999', '-0'])(
    'STAFF_CHAT_ID=%s is not the id of a group',
    (id) => {
      expect(namesRefused({ BOT_TOKEN: TOKEN, STAFF_CHAT_ID: id })).toEqual(['STAFF_CHAT_ID'])
    },
  )
})

describe('what the owner reads', () => {
  test('without a token: how to get one and how to do without, in two sentences', () => {
    const explanation = explainConfigError(refusalOf({}))
    expect(explanation).toContain('@BotFather')
    expect(explanation).toContain('npm run demo')
    expect(explanation.match(/\.(\s|$)/g)).toHaveLength(2)
  })

  test('without a token and with other mistakes: all of them', () => {
    const explanation = explainConfigError(refusalOf({ PORT: 'http', LOG_LEVEL: 'loud' }))
    expect(explanation.split('\n')).toHaveLength(3)
    expect(explanation).toMatch(/@BotFather.*LOG_LEVEL.*PORT/s)
  })

  test('holds no value of a setting', () => {
    const secret = 'canary-5f1d'
    const names = [
      'BOT_TOKEN',
      'STAFF_CHAT_ID',
      'TELEGRAM_API_ROOT',
      'DATABASE_URL',
      'WEBHOOK_SECRET',
      'LINK_SECRET',
    ]
    const error = refusalOf(Object.fromEntries(names.map((name) => [name, secret])))
    expect(error.problems).toHaveLength(names.length)
    expect(`${explainConfigError(error)}${error.message}${error.stack}`).not.toContain(secret)
  })

  test('ends with the exit code for settings', () => {
    expect(EXIT_CONFIG).toBe(78)
  })
})
