// The desk as it is built; tells its parent what each update took. Plain JavaScript, so that nothing but the product is in the process.
import { setFlagsFromString } from 'node:v8'
import { loadCatalog } from '../../../dist/config/load-catalog.js'
import { parseConfig } from '../../../dist/config/parse-config.js'
import { createLogger } from '../../../dist/logger.js'
import { runDesk } from '../../../dist/run-desk.js'

// As main.js does.
setFlagsFromString('--heap-growing-percent=30')
const BOUNDLESS = { actions: 1_000_000, perMs: 1 }
const limits = { bot: BOUNDLESS, group: BOUNDLESS, privateChat: { burst: 1_000_000, perMs: 1 } }
const config = parseConfig(process.env)
let updateBegan = process.cpuUsage()
let asked = process.cpuUsage()
const cpuMs = (before) => {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}
const desk = await runDesk({
  config,
  catalog: await loadCatalog(config.catalogFile),
  log: createLogger({ level: config.logLevel }),
  limits,
  onWorked: (event, ms) => {
    if (event.body.kind !== 'update') return
    process.send({ updateId: event.body.update.update_id, ms, cpuMs: cpuMs(updateBegan) })
    updateBegan = process.cpuUsage()
  },
})
process.on('message', async (question) => {
  if (question === 'idle') {
    await desk.whenIdle()
    updateBegan = process.cpuUsage()
    process.send('idle')
  }
  if (question === 'cpu') {
    process.send({ allCpuMs: cpuMs(asked) })
    asked = process.cpuUsage()
  }
})
process.once('SIGTERM', () => desk.stop().then(() => process.exit(0)))
