import { loadCatalog } from '../../src/config/load-catalog.ts'
import { parseConfig } from '../../src/config/parse-config.ts'
import type { Log } from '../../src/delivery/ports.ts'
import { createSystemClock } from '../../src/delivery/system-clock.ts'
import { createLogger } from '../../src/logger.ts'
import { runDesk } from '../../src/run-desk.ts'
import { NO_LIMITS } from './no-limits.ts'

/**
 * The desk as a process of its own, wired as in main.ts, for tests that kill it. It differs in being free of Telegram's
 * limits and in trying again sooner, so that many kills fit into minutes; and it can stand for another machine, whose
 * clock is wrong. Tells its parent "open" when it is, and "lost" when it is the leader no longer.
 */
const tell = (word: 'open' | 'lost') => process.send?.(word)

function telling(log: Log): Log {
  return {
    debug: (fields, message) => log.debug(fields, message),
    info: (fields, message) => {
      if (message === 'Lease lost') tell('lost')
      log.info(fields, message)
    },
    warn: (fields, message) => log.warn(fields, message),
    error: (fields, message) => log.error(fields, message),
  }
}

function machineOf({ DESK_MACHINE: name, DESK_CLOCK_AHEAD_MS: aheadMs }: NodeJS.ProcessEnv) {
  if (name === undefined) return {}
  const real = createSystemClock()
  const clock = { ...real, now: () => new Date(real.now().getTime() + Number(aheadMs)) }
  return { machine: { name, clock } }
}

const config = parseConfig(process.env)
await runDesk({
  config,
  catalog: await loadCatalog(null),
  log: telling(createLogger({ level: config.logLevel })),
  limits: NO_LIMITS,
  looksAtPhotos: false,
  backoff: { firstMs: 100, maxMs: 2_000 },
  ...machineOf(process.env),
})
tell('open')
