// The desk as it is built, measured from inside. Plain JavaScript, so that nothing but the product is in the process.
import { setFlagsFromString } from 'node:v8'
import { loadCatalog } from '../../dist/config/load-catalog.js'
import { parseConfig } from '../../dist/config/parse-config.js'
import { createLogger } from '../../dist/logger.js'
import { runDesk } from '../../dist/run-desk.js'
import { createMeter } from './meter.js'

// As main.js does.
setFlagsFromString('--heap-growing-percent=30')
const BOUNDLESS = { actions: 1_000_000, perMs: 1 }
const limits = { bot: BOUNDLESS, group: BOUNDLESS, privateChat: { burst: 1_000_000, perMs: 1 } }
const meter = createMeter()
const config = parseConfig(process.env)
const desk = await runDesk({
  config,
  catalog: await loadCatalog(config.catalogFile),
  log: createLogger({ level: config.logLevel }),
  // Telegram's limits would be measured otherwise.
  ...(process.env.BENCH_PACE === 'telegram' ? {} : { limits }),
  onWorked: (event, ms) => {
    if (event.body.kind === 'update') meter.add(ms)
  },
})
process.once('SIGTERM', () => desk.stop().then(() => process.exit(0)))
