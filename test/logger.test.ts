import { GrammyError, HttpError } from 'grammy'
import { describe, expect, test } from 'vitest'
import { createLogger, type LoggerOptions } from '../src/logger.ts'

const TOKEN = '123456789:AAE-canary_canary_canary_canary_cana'

function aLog(options: Partial<LoggerOptions> = {}) {
  const lines: string[] = []
  const destination = { write: (line: string) => void lines.push(line) }
  return { lines, logger: createLogger({ level: 'trace', destination, ...options }) }
}

function onlyLine(lines: readonly string[]): Record<string, unknown> {
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^[^\n]+\n$/)
  return JSON.parse(lines[0] ?? '')
}

describe('a line of the log', () => {
  test('is one JSON object with its level, time and message', () => {
    const { lines, logger } = aLog()
    logger.info({ ticket: '482913', calls: 3 }, 'Ticket opened')
    expect(onlyLine(lines)).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.+Z$/),
      ticket: '482913',
      calls: 3,
      msg: 'Ticket opened',
    })
  })

  test('calls a person by the same name of our own wherever their id stands, and leaves groups as they are', () => {
    const { lines, logger } = aLog({ secrets: ['a secret of the desk'] })
    const id = 5_000_000_001
    const about = { lane: `private:${id}`, chatId: id, stream: `chat:${id}`, seq: 123_456, other: -100123456 }
    logger.info(about, `Stale write: event 5 of lane private:${id}`)
    logger.info({ chatId: -1_001_234_567_890, callIds: ['a'] }, 'of a group')
    expect(lines.join()).not.toContain(String(id))
    const [first = '', second = ''] = lines
    const { lane, chatId, stream, msg, seq, other } = JSON.parse(first)
    expect(chatId).toMatch(/^person-[0-9a-f]{12}$/)
    expect([lane, stream, msg]).toEqual([
      `private:${chatId}`,
      `chat:${chatId}`,
      `Stale write: event 5 of lane private:${chatId}`,
    ])
    expect([seq, other, JSON.parse(second).chatId]).toEqual([123_456, -100123456, -1_001_234_567_890])
  })

  test('is not written below the level', () => {
    const { lines, logger } = aLog({ level: 'warn' })
    logger.info('quiet')
    expect(lines).toEqual([])
  })

  test('tells an error with its causes and without its other fields', () => {
    const { lines, logger } = aLog()
    const below = Object.assign(new TypeError('refused'), {
      code: 'ECONNREFUSED',
      request: { body: 'words' },
    })
    logger.error({ err: new Error('Not sent', { cause: below }) }, 'Dispatch failed')
    const { err } = onlyLine(lines)
    expect(err).toEqual({
      type: 'Error',
      message: 'Not sent',
      stack: expect.stringContaining('logger.test.ts'),
      cause: { type: 'TypeError', message: 'refused', code: 'ECONNREFUSED', stack: expect.any(String) },
    })
  })

  test('ends where causes run in a circle', () => {
    const { lines, logger } = aLog()
    const error = new Error('round')
    error.cause = error
    logger.error(error)
    expect(onlyLine(lines)).toMatchObject({ err: { cause: { cause: { message: 'round' } } } })
  })
})

describe("the bot's token never reaches the log", () => {
  const url = `https://api.telegram.org/bot${TOKEN}/sendMessage`
  const refused = new GrammyError(
    `Call to ${url} failed`,
    { ok: false, error_code: 400, description: `Bad Request ${TOKEN}` },
    'sendMessage',
    { chat_id: 1, text: 'canary words' },
  )

  test.each<[where: string, fields: unknown]>([
    ['a field', { url }],
    ['a field deep inside', { call: { attempts: [{ request: { url } }] } }],
    ['an escaped URL', { url: encodeURIComponent(url) }],
    ['an error', { err: new Error(`fetch ${url}`) }],
    ['an error alone', new Error(`fetch ${url}`)],
    ['the cause of an error', { err: new Error('failed', { cause: new Error(url) }) }],
    [
      "grammY's network error",
      { err: new HttpError('Network request failed', new Error(`request to ${url}`)) },
    ],
    ["grammY's refusal", { err: refused }],
    ['several errors', { err: new AggregateError([new Error(url)], 'all failed') }],
    ['a thrown text', { err: `failed: ${url}` }],
    ['a field named by it', { [url]: 1 }],
  ])('in %s', (_where, fields) => {
    const { lines, logger } = aLog()
    logger.error(fields, 'Failed at %s', url)
    logger.child({ url }).error(fields)
    expect(lines).toHaveLength(2)
    expect(lines.join('')).not.toContain('canary')
    expect(lines.join('')).toContain('[redacted]')
  })

  test('nor does another secret that was named', () => {
    const { lines, logger } = aLog({ secrets: ['p"ss-word', ''] })
    logger.error({ err: new Error('cannot connect to postgresql://desk:p"ss-word@db') }, 'p"ss-word')
    expect(lines.join('')).not.toContain('ss-word')
    expect(onlyLine(lines)).toMatchObject({ msg: '[redacted]' })
  })
})

test('a question to the database is left out of its error, what is wrong with it is not', () => {
  const { lines, logger } = aLog()
  const question = '{\n  data: [\n    {\n      content: "canary",\n?     id?: String\n    }\n  ]\n}\n'
  const shown = `\nInvalid \`prisma.ticketMessage.createMany()\` invocation:\n\n${question}\nArgument \`id\` is missing.`
  logger.error({ err: new Error(`In middleware: ${shown}`, { cause: new Error(shown) }) }, 'Failed')
  expect(lines.join('')).not.toContain('canary')
  expect(onlyLine(lines)).toMatchObject({
    err: { message: expect.stringMatching(/createMany.*\n.*\n*Argument `id` is missing/) },
  })
})

test('what people wrote and how to reach them is left out, at any depth', () => {
  const { lines, logger } = aLog()
  const words = {
    text: 'canary',
    caption: 'canary',
    phone_number: 'canary',
    email: 'canary',
    payload: ['canary'],
  }
  logger.child(words).info({ ...words, chat: 5, update: { message: { ...words, message_id: 7 } } }, 'Update')
  expect(lines.join('')).not.toContain('canary')
  expect(onlyLine(lines)).toMatchObject({ chat: 5, update: { message: { message_id: 7 } } })
})
