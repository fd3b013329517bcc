import { createStaffGroups } from '../../app/staff-groups.ts'
import type { Config } from '../../config/config.ts'
import { ConfigError } from '../../config/config-error.ts'
import { EXIT_CONFIG, explainConfigError } from '../../config/explain-config-error.ts'
import { type Environment, parseConfig } from '../../config/parse-config.ts'
import { secretsOf } from '../../config/secrets-of.ts'
import { limitTime } from '../../delivery/call-within-time.ts'
import type { Clock, Transport } from '../../delivery/ports.ts'
import type { Catalog } from '../../domain/catalog.ts'
import { redactorOf } from '../../logger.ts'
import { createTransport } from '../../telegram/transport.ts'
import { checkBot } from './check-bot.ts'
import { checkCalendar } from './check-calendar.ts'
import { checkCatalog } from './check-catalog.ts'
import { checkClock } from './check-clock.ts'
import { checkDatabase } from './check-database.ts'
import { checkEvents } from './check-events.ts'
import { checkFolder } from './check-folder.ts'
import { checkGroups } from './check-groups.ts'
import { checkMail } from './check-mail.ts'
import { checkWebhook } from './check-webhook.ts'
import { type Finding, fine, lineOf } from './finding.ts'

/** One question is waited for that long. Milliseconds. */
const ANSWER_WITHIN_MS = 5_000

/** A group that has another id by now is to be told to the owner, though the bot follows it. */
const AS_SETTINGS_SAY = { moves: async () => new Map<number, number>() }

export interface Examination {
  /** For the console, one a check, without secrets. */
  readonly lines: readonly string[]
  /** 0: no problem; 1: problems; EXIT_CONFIG: the settings can't be used, nothing else was looked at. */
  readonly exitCode: number
}

/** Looks at everything the desk needs, and changes nothing: it may run beside the bot. */
export async function examineDesk(env: Environment, clock: Clock): Promise<Examination> {
  let config: Config
  try {
    config = parseConfig(env)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    const lines = explainConfigError(error).split('\n')
    return { lines: lines.map((line) => `problem  settings: ${line}`), exitCode: EXIT_CONFIG }
  }
  const findings = [fine('settings', 'all can be used'), ...(await examine(config, clock))]
  const redact = redactorOf(secretsOf(config))
  return {
    lines: findings.map((finding) => redact(lineOf(finding))),
    exitCode: findings.some(({ verdict }) => verdict === 'problem') ? 1 : 0,
  }
}

async function examine(config: Config, clock: Clock): Promise<readonly Finding[]> {
  const now = () => clock.now()
  const transport = limitTime(
    createTransport(config.botToken, config.telegramApiRoot),
    clock,
    ANSWER_WITHIN_MS,
  )
  const { findings: catalogue, catalog } = await checkCatalog(config.catalogFile)
  return [
    ...(await checkTelegram(config, transport, catalog, now)),
    ...(await checkDatabase(config.database, now)),
    ...(await checkFolder(config.database.dataDir)),
    ...catalogue,
    ...checkCalendar(catalog, now()),
    await checkMail(config.mail, ANSWER_WITHIN_MS),
    ...(await checkEvents(config.events, ANSWER_WITHIN_MS)),
    await checkClock(config.telegramApiRoot, now),
  ]
}

async function checkTelegram(
  config: Config,
  transport: Transport,
  catalog: Catalog | null,
  now: () => Date,
): Promise<readonly Finding[]> {
  const { findings, me } = await checkBot(transport, config.telegramApiRoot)
  if (me === null) return findings
  const { staffChatId } = config
  const groups =
    catalog === null
      ? [staffChatId].filter((chatId) => chatId !== null)
      : await createStaffGroups({ staffChatId, catalog }, AS_SETTINGS_SAY).all()
  return [
    ...findings,
    ...(await checkGroups(transport, me, groups)),
    ...(await checkWebhook(transport, config.webhook?.url ?? null, now())),
  ]
}
