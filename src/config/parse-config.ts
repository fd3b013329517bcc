import { z } from 'zod'
import { LANGUAGES } from '../domain/people.ts'
import { type Config, LOG_LEVELS } from './config.ts'
import { ConfigError, type ConfigProblem } from './config-error.ts'
import { type WebSettings, webProblems } from './web-settings.ts'

export type Environment = Readonly<Record<string, string | undefined>>

export const TOKEN_MISSING = 'is not set'
const NOT_BUILT_YET = 'belongs to a feature that is not built yet'
const TAKE_IT_OUT = 'take it out of the settings'

const notBuiltYet = z.undefined({ error: NOT_BUILT_YET }).optional()

const webAddress = z
  .url({ protocol: /^https?$/, error: 'is not an address on the web' })
  .transform((url) => url.replace(/\/+$/, ''))

const eachSetting = z.object({
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
  SMTP_URL: notBuiltYet,
  MAIL_FROM: notBuiltYet,
  LINK_SECRET: notBuiltYet,
  ORDER_LOOKUP_URL: notBuiltYet,
})

type SettingName = keyof typeof eachSetting.shape

const settings = eachSetting
  .refine(...forFreeStorageOnly('FREE_STORAGE_URL'))
  .refine(...forFreeStorageOnly('FREE_STORAGE_JWT'))

function forFreeStorageOnly(
  name: 'FREE_STORAGE_URL' | 'FREE_STORAGE_JWT',
): Parameters<typeof eachSetting.refine> {
  return [
    (given) => given[name] === undefined || given.SESSION_STORAGE !== 'database',
    // Also where other settings are wrong: all is told at once.
    { path: [name], error: 'is for SESSION_STORAGE=free alone', when: () => true },
  ]
}

export const SETTING_NAMES: readonly SettingName[] = eachSetting.keyof().options

const MENDS: Record<SettingName, string> = {
  BOT_TOKEN:
    'open @BotFather in Telegram, send /newbot (or /token for a bot you have), and write what it answers, like 123456789:AAE…',
  STAFF_CHAT_ID:
    "write the group's id, a negative number like -1001234567890, or leave it out: the bot then tells the id of any group it is added to",
  TELEGRAM_API_ROOT:
    'write an address that begins with https:// or http://, or leave it out for Telegram itself',
  DATABASE_URL:
    'write postgresql://user:password@host:5432/database, or leave it out to keep everything in an SQLite file in DATA_DIR',
  DATA_DIR: "write a folder's path",
  SESSION_STORAGE: 'write database or free, or leave it out for the database',
  FREE_STORAGE_URL:
    "with SESSION_STORAGE=free write the address of the storage's API, like https://sessions.example.com/api, or leave it out for grammY's own; without it take it out",
  FREE_STORAGE_JWT:
    'with SESSION_STORAGE=free write what the storage answered to a log-in, letters, digits, dots and dashes, or leave it out: the bot then logs in with its token; without it take it out',
  ATTACHMENTS: 'write telegram or disk, or leave it out for telegram',
  CATALOG_FILE: 'write the path of a catalogue',
  TIME_ZONE: 'write a name like Europe/Moscow or Asia/Yekaterinburg',
  DEFAULT_LANGUAGE: `write ${LANGUAGES.join(' or ')}`,
  TICKET_CARD: 'write rich, or plain if your agents use clients that do not show rich messages',
  LOG_LEVEL: `write one of ${LOG_LEVELS.join(', ')}`,
  REOPEN_WINDOW_DAYS: 'write a number like 7, or 0 if a resolved ticket is never to be opened again',
  WEBHOOK_URL:
    'write the https:// address at which Telegram reaches PORT, on port 443, 80, 88 or 8443, or leave out both it and WEBHOOK_SECRET: the bot then asks Telegram for updates itself',
  WEBHOOK_SECRET:
    'write 1 to 256 letters A-Z, a-z, digits, "_" and "-" that nobody can guess, or leave out both it and WEBHOOK_URL',
  PORT: 'write a number from 1 to 65535 where the bot is to listen; without WEBHOOK_URL it may be left out',
  SMTP_URL: `${TAKE_IT_OUT}; customers are answered in Telegram`,
  MAIL_FROM: `${TAKE_IT_OUT}; customers are answered in Telegram`,
  LINK_SECRET: TAKE_IT_OUT,
  ORDER_LOOKUP_URL: `${TAKE_IT_OUT}; order numbers are checked by the patterns of the catalogue`,
}

/**
 * Reads the settings. Pure: whether files and servers exist is found out by those who open them.
 * A setting that is empty counts as not set. Throws ConfigError with every setting that can't be used.
 */
export function parseConfig(env: Environment): Config {
  const texts = givenSettings(env)
  const parsed = settings.safeParse(texts)
  const problems = [...(parsed.success ? [] : problemsOf(parsed.error)), ...webProblemsOf(texts)]
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems)
  const given = parsed.data
  return {
    botToken: given.BOT_TOKEN,
    staffChatId: given.STAFF_CHAT_ID ?? null,
    telegramApiRoot: given.TELEGRAM_API_ROOT,
    database: { url: given.DATABASE_URL ?? null, dataDir: given.DATA_DIR },
    freeStorage:
      given.SESSION_STORAGE === 'free'
        ? { url: given.FREE_STORAGE_URL ?? null, jwt: given.FREE_STORAGE_JWT ?? null }
        : null,
    attachments: given.ATTACHMENTS,
    catalogFile: given.CATALOG_FILE ?? null,
    timeZone: given.TIME_ZONE,
    defaultLanguage: given.DEFAULT_LANGUAGE,
    ticketCard: given.TICKET_CARD,
    logLevel: given.LOG_LEVEL,
    reopenWindowDays: given.REOPEN_WINDOW_DAYS,
    webhook: webhookOf(given.WEBHOOK_URL, given.WEBHOOK_SECRET),
    port: given.PORT ?? null,
  }
}

function webhookOf(url: string | undefined, secret: string | undefined): Config['webhook'] {
  return url === undefined || secret === undefined ? null : { url, secret }
}

function webProblemsOf(texts: WebSettings): ConfigProblem[] {
  return webProblems(texts).map(({ name, problem }) => ({ name, problem, mend: MENDS[name] }))
}

function givenSettings(env: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.keys(eachSetting.shape)
      .map((name) => [name, env[name]?.trim() ?? ''] as const)
      .filter(([, value]) => value !== ''),
  )
}

function problemsOf(error: z.ZodError): ConfigProblem[] {
  return error.issues.map((issue) => {
    const name = eachSetting.keyof().parse(issue.path[0])
    return { name, problem: issue.message, mend: MENDS[name] }
  })
}

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
