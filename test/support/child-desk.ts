import { loadCatalog } from '../../src/config/load-catalog.ts'
import { parseConfig } from '../../src/config/parse-config.ts'
import { createLogger } from '../../src/logger.ts'
import { runDesk } from '../../src/run-desk.ts'
import { NO_LIMITS } from './no-limits.ts'

/**
 * The desk as a process of its own, wired as in main.ts, for tests that kill it. It differs in being free of Telegram's
 * limits and in trying again sooner, so that many kills fit into minutes. Tells its parent "idle" when asked to.
 */
const config = parseConfig(process.env)
const desk = await runDesk({
  config,
  catalog: await loadCatalog(null),
  log: createLogger({ level: config.logLevel }),
  limits: NO_LIMITS,
  backoff: { firstMs: 100, maxMs: 2_000 },
})
process.on('message', () => {
  void desk.whenIdle().then(() => process.send?.('idle'))
})
