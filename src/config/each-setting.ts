import { z } from 'zod'
import { LANGUAGES } from '../domain/people.ts'
import { LOG_LEVELS } from './config.ts'
import { apiTokens, eventsSecret, eventsUrl } from './other-systems.ts'

export const TOKEN_MISSING = 'is not set'

const webAddress = z
  .url({ protocol: /^https?$/, error: 'is not an address on the web' })
  .transform((url) => url.replace(/\/+$/, ''))

/** Telegram's ids of people, with commas between them. */
const accounts = z
  .string()
  .regex(/^[1-9]\d{0,15}(\s*,\s*[1-9]\d{0,15})*$/, {
    error: 'is not a list of ids of people, with commas between them',
  })
  .transform((text) => text.split(',').map(Number))
  .optional()

/** Each setting by itself, as a text of the environment. */
export const eachSetting = z.object({
  BOT_TOKEN: z
    .string({ error: TOKEN_MISSING })
    .regex(/^\d+:[\w-]+$/, { error: "does not look like a bot's token" }),
  STAFF_CHAT_ID: z
    .string()
    .regex(/^-?\d+$/, { error: 'is not a whole number', abort: true })
    .refine((text) => text.startsWith('-'), { error: 'is the id of a person, not of a group', abort: true })
    .transform(Number)
    .refine((id) => Number.isSafeInteger(id) && id < 0, { error: "is not a group's id" })
    .optional(),
  OWNERS: accounts,
  SUPERVISORS: accounts,
  TELEGRAM_API_ROOT: webAddress.default('https://api.telegram.org'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'is not the address of a PostgreSQL database' })
    .optional(),
  DATA_DIR: z.string().default('./data'),
  SESSION_STORAGE: z.enum(['database', 'free'], { error: 'is neither of the storages' }).default('database'),
  FREE_STORAGE_URL: webAddress.optional(),
  FREE_STORAGE_JWT: z
    .string()
    .regex(/^[\w.-]+$/, { error: 'has characters that no log-in of the free storage has' })
    .optional(),
  ATTACHMENTS: z.enum(['telegram', 'disk'], { error: 'names no place for files' }).default('telegram'),
  CATALOG_FILE: z.string().optional(),
  TIME_ZONE: z
    .string()
    .refine(isTimeZone, { error: 'is not the name of a time zone' })
    .default('Europe/Moscow'),
  DEFAULT_LANGUAGE: z.enum(LANGUAGES, { error: 'is not a language of the desk' }).default('ru'),
  TICKET_CARD: z.enum(['rich', 'plain'], { error: 'is neither of the forms' }).default('rich'),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: 'is not a level of the log' }).default('info'),
  REOPEN_WINDOW_DAYS: z
    .string()
    .regex(/^\d{1,3}$/, { error: 'is not a whole number of days from 0 to 999' })
    .default('7')
    .transform(Number),
  WEBHOOK_URL: z.url({ protocol: /^https?$/, error: 'is not an address on the web' }).optional(),
  // https://core.telegram.org/bots/api#setwebhook
  WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/, { error: 'has characters that Telegram does not take, or too many' })
    .optional(),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: 'is not a number', abort: true })
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, { error: 'is not the number of a port' })
    .optional(),
  RETENTION_DAYS: z
    .string()
    .regex(/^[1-9]\d{1,3}$/, { error: 'is not a whole number of days from 10 to 9999' })
    .transform(Number)
    .optional(),
  WEEKLY_REPORT: z.enum(['on', 'off'], { error: 'is neither on nor off' }).default('on'),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'is not the address of a mail server' }).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>@\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/, { error: "is not a sender's address" })
    .optional(),
  LINK_SECRET: z.string().min(16, { error: 'can be guessed: it is shorter than 16 characters' }).optional(),
  ORDER_LOOKUP_URL: webAddress.optional(),
  API_TOKENS: apiTokens.optional(),
  EVENTS_URL: eventsUrl.optional(),
  EVENTS_SECRET: eventsSecret.optional(),
})

export type SettingName = keyof typeof eachSetting.shape

export const SETTING_NAMES: readonly SettingName[] = eachSetting.keyof().options

/** IANA names only: an offset such as +03:00 knows nothing of summer time. */
function isTimeZone(name: string): boolean {
  if (!/^[a-z]/i.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
