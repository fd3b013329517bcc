import { createHmac } from 'node:crypto'
import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino'

export type { Logger }

export interface LoggerOptions {
  readonly level: string
  /** Standard output where left out. */
  readonly destination?: DestinationStream
  /** Further strings that must not reach the log, such as a database's password. */
  readonly secrets?: readonly string[]
}

/** A bot's token, as it is or inside a URL; its number may be known, its second half may not. */
const TOKEN = /\d+(?::|%3A)[\w-]{30,}/gi
const REDACTED = '[redacted]'
/** Prisma shows the whole question with its values, people's words among them; what is wrong with it stands below. */
const QUESTION = /(invocation:)\n\n\{\n[\s\S]*?\n\}\n/g
/** Shorter ones would eat harmless text. */
const SHORTEST_SECRET = 6

/** Fields that hold what people wrote or who they are. `payload` is a call's whole content. */
const PRIVATE_FIELDS = [
  'text',
  'caption',
  'description',
  'payload',
  'phone_number',
  'phoneNumber',
  'email',
  'address',
] as const
const isPrivate = new Set<string>(PRIVATE_FIELDS)
/** Deeper than that nobody reads; it also ends a chain of causes that runs in a circle. */
const MAX_DEPTH = 8

/**
 * A logger that writes one JSON line an event. Tokens and secrets are replaced wherever they are: in messages, fields, errors
 * and the errors inside them; fields that hold people's words are left out.
 */
export function createLogger({ level, destination, secrets = [] }: LoggerOptions): Logger {
  const redact = redactor(secrets)
  const mask = personMask(secrets)
  const options = {
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: {
      level: (label: string) => ({ level: label }),
      log: (fields: Record<string, unknown>) => readableFields(fields, 0),
    },
    // In place of pino's own, which copies every field of an error.
    serializers: { err: (error: unknown) => readable(error, 1) },
    // The fields of a child logger pass by the formatter above.
    redact: { paths: [...PRIVATE_FIELDS], remove: true },
    // The last gate: whatever a line is made of, it is a string here.
    hooks: { streamWrite: (line: string) => mask(redact(line)) },
  }
  return destination === undefined ? pino(options) : pino(options, destination)
}

/** A private chat has its person's id: as a field, and in the names of lanes and streams. Groups have negative ones. */
const PERSON = /((?:private|chat|export):|"(?:chatId|from|to)":)(\d{5,15})\b/g
const MASK_LETTERS = 12

/**
 * Puts the same name of our own in the place of the same person's id, so that lines can be followed and nobody is named in them. Only
 * who has the secrets could tell by trying.
 */
function personMask(secrets: readonly string[]): (line: string) => string {
  const key = secrets.join()
  const nameOf = (id: string) => createHmac('sha256', key).update(id).digest('hex').slice(0, MASK_LETTERS)
  return (line) =>
    line.replace(PERSON, (_, before: string, id: string) =>
      before.endsWith('":') ? `${before}"person-${nameOf(id)}"` : `${before}person-${nameOf(id)}`,
    )
}

function redactor(secrets: readonly string[]): (line: string) => string {
  return redactorOf(secrets.map((secret) => JSON.stringify(secret).slice(1, -1)))
}

/** Takes tokens and the secrets out of a text that somebody is going to read. */
export function redactorOf(secrets: readonly string[]): (text: string) => string {
  const known = secrets.filter((secret) => secret.length >= SHORTEST_SECRET)
  return (text) =>
    known.reduce((rest, secret) => rest.replaceAll(secret, REDACTED), text.replace(TOKEN, REDACTED))
}

function readableFields(fields: object, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => !isPrivate.has(name))
      .map(([name, value]) => [name, readable(value, depth + 1)]),
  )
}

function readable(value: unknown, depth: number): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (typeof value !== 'object' || value === null) return value
  if (depth > MAX_DEPTH) return '[deeper]'
  if (value instanceof Error) return readableError(value, depth)
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`
  if (Array.isArray(value)) return value.map((item) => readable(item, depth + 1))
  if ('toJSON' in value && typeof value.toJSON === 'function') return readable(value.toJSON(), depth + 1)
  return readableFields(value, depth)
}

/** Only these fields: errors of libraries carry whole requests, with URLs and people's words, in fields of their own. */
function readableError(error: Error, depth: number): Record<string, unknown> {
  const inside = error.cause ?? nestedError(error)
  return {
    type: error.name === 'Error' ? error.constructor.name : error.name,
    message: withoutQuestion(error.message),
    stack: error.stack && withoutQuestion(error.stack),
    ...('code' in error && isCode(error.code) ? { code: error.code } : {}),
    ...(inside === undefined ? {} : { cause: readable(inside, depth + 1) }),
    ...(error instanceof AggregateError ? { errors: readable(error.errors, depth + 1) } : {}),
  }
}

function withoutQuestion(text: string): string {
  return text.replace(QUESTION, '$1\n')
}

/** grammY keeps what went wrong below in `error`, not in `cause`. */
function nestedError(error: Error): unknown {
  return 'error' in error && error.error instanceof Error ? error.error : undefined
}

function isCode(code: unknown): code is string | number {
  return typeof code === 'string' || typeof code === 'number'
}
