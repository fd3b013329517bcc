import type { z } from 'zod'
import type { Config } from './config.ts'
import { ConfigError, type ConfigProblem } from './config-error.ts'
import { eachSetting, type SettingName } from './each-setting.ts'
import { MENDS } from './mends.ts'
import { type WebSettings, webProblems } from './web-settings.ts'

export type Environment = Readonly<Record<string, string | undefined>>

const settings = eachSetting
  .refine(...forFreeStorageOnly('FREE_STORAGE_URL'))
  .refine(...forFreeStorageOnly('FREE_STORAGE_JWT'))
  .refine(...onlyWith('SMTP_URL', 'MAIL_FROM'))
  .refine(...onlyWith('MAIL_FROM', 'SMTP_URL'))
  .refine(...onlyWith('ORDER_LOOKUP_URL', 'LINK_SECRET'))
  .refine(...onlyWith('API_TOKENS', 'PORT'))
  .refine(...onlyWith('EVENTS_URL', 'EVENTS_SECRET'))
  .refine(...onlyWith('EVENTS_SECRET', 'EVENTS_URL'))

function forFreeStorageOnly(
  name: 'FREE_STORAGE_URL' | 'FREE_STORAGE_JWT',
): Parameters<typeof eachSetting.refine> {
  return [
    (given) => given[name] === undefined || given.SESSION_STORAGE !== 'database',
    // Also where other settings are wrong: all is told at once.
    { path: [name], error: 'is for SESSION_STORAGE=free alone', when: () => true },
  ]
}

function onlyWith(name: SettingName, other: SettingName): Parameters<typeof eachSetting.refine> {
  return [
    (given) => given[name] === undefined || given[other] !== undefined,
    { path: [name], error: `needs ${other}, which is not set`, when: () => true },
  ]
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
    roles: { owners: given.OWNERS ?? [], supervisors: given.SUPERVISORS ?? [] },
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
    retentionDays: given.RETENTION_DAYS ?? null,
    weeklyReport: given.WEEKLY_REPORT === 'on',
    mail: mailOf(given.SMTP_URL, given.MAIL_FROM),
    linkSecret: given.LINK_SECRET ?? null,
    orderLookupUrl: given.ORDER_LOOKUP_URL ?? null,
    apiTokens: given.API_TOKENS ?? [],
    events: webhookOf(given.EVENTS_URL, given.EVENTS_SECRET),
  }
}

function webhookOf(url: string | undefined, secret: string | undefined): Config['webhook'] {
  return url === undefined || secret === undefined ? null : { url, secret }
}

function mailOf(url: string | undefined, from: string | undefined): Config['mail'] {
  return url === undefined || from === undefined ? null : { url, from }
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
