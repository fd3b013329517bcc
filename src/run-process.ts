import { setFlagsFromString } from 'node:v8'
import { config as loadEnv } from 'dotenv'
import { CatalogError } from './config/catalog-error.ts'
import { ConfigError } from './config/config-error.ts'
import { EXIT_CONFIG, explainConfigError } from './config/explain-config-error.ts'
import { loadCatalog } from './config/load-catalog.ts'
import { parseConfig } from './config/parse-config.ts'
import { secretsOf } from './config/secrets-of.ts'
import { PortUnavailableError } from './http/port-unavailable-error.ts'
import { createLogger } from './logger.ts'
import { DatabaseUnavailableError } from './persistence/database-unavailable-error.ts'
import { MigrationError } from './persistence/migration-plan.ts'
import { type RunningDesk, runDesk } from './run-desk.ts'
import { TokenRevokedError } from './telegram/say-hello.ts'
import type { DeskOptions } from './wire-desk.ts'

/** What a stop may take before the process ends all the same. Milliseconds. */
const STOP_WITHIN_MS = 9_000

/**
 * V8 lets a small heap grow to several times what is alive in it; a desk is to fit a small machine. Measured under load: a third less
 * memory for a twentieth more processor time. No limit: a long backlog still gets what it needs.
 */
const HEAP_GROWTH = '--heap-growing-percent=30'

/** The time a process goes by, where that is not the machine's. */
export type ProcessTime = Pick<DeskOptions, 'clock' | 'machine'>

/** Runs the desk as this process: settings from the environment, an end at SIGTERM and SIGINT, one sentence where it can't start. */
export async function runProcess(time: ProcessTime = {}): Promise<void> {
  await open(time).catch(explainAndExit)
}

async function open(time: ProcessTime): Promise<void> {
  setFlagsFromString(HEAP_GROWTH)
  loadEnv({ quiet: true })
  const config = parseConfig(process.env)
  const catalog = await loadCatalog(config.catalogFile)
  const log = createLogger({ level: config.logLevel, secrets: secretsOf(config) })
  let desk: RunningDesk | null = null
  let isClosing = false
  const stop = (signal: string) => {
    if (isClosing) return
    isClosing = true
    log.info({ signal }, 'Closing')
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
    // Before the desk is open there is nothing in hand.
    Promise.resolve(desk?.stop()).then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'The desk did not close cleanly')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  desk = await runDesk({
    config,
    catalog,
    log,
    ...time,
    onTokenRevoked: () =>
      log.error({}, 'Telegram refuses the token: nothing is sent until BOT_TOKEN is mended; all is kept'),
  })
}

function explainAndExit(error: unknown): never {
  if (error instanceof ConfigError || error instanceof CatalogError) {
    console.error(explainConfigError(error))
    process.exit(EXIT_CONFIG)
  }
  if (error instanceof TokenRevokedError) {
    console.error(`BOT_TOKEN: ${error.message} Ask @BotFather for the token again (/mybots, API Token).`)
    process.exit(EXIT_CONFIG)
  }
  if (
    error instanceof PortUnavailableError ||
    error instanceof MigrationError ||
    error instanceof DatabaseUnavailableError
  ) {
    console.error(error.message)
    process.exit(1)
  }
  createLogger({ level: 'error' }).fatal({ err: error }, 'The desk could not start')
  process.exit(1)
}
