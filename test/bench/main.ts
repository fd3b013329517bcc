import { execFileSync } from 'node:child_process'
import { cpus, loadavg } from 'node:os'
import { printPage } from './page/print-page.ts'
import { printPhotos } from './photos.ts'
import { printBurst } from './print-burst.ts'
import { measureScale } from './scale/measure-scale.ts'
import { printScale } from './scale/print-scale.ts'
import { printSearch } from './search/print-search.ts'
import { measureStartUp, type StartUp } from './start-up.ts'
import { type Load, measureBacklog, measureDesk, measureEcho, type Throughput } from './throughput.ts'
import { withSchema } from './with-schema.ts'

/** Measures the built desk beside a bare grammY bot and prints what it finds. Nothing here passes or fails. */

const CROWD = 200
const WARM_UP = 500
/** A tenth for a quick look: `npm run bench -- --quick`. */
const updates = process.argv.includes('--quick') ? 1_000 : 10_000
const LOAD: Load = { people: CROWD, warmUp: WARM_UP, updates: updates - WARM_UP }
const STARTS = 5
const SCALE = process.argv.includes('--quick')
  ? { tickets: 10_000, messages: 10, samples: 30 }
  : { tickets: 100_000, messages: 10, samples: 200 }

async function main(): Promise<void> {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-b', 'src'], { stdio: 'inherit' })
  const [cpu] = cpus()
  console.log(
    `${cpus().length} × ${cpu?.model.trim()}, Node ${process.version}, load before ${loadavg()[0]?.toFixed(1)}\n`,
  )
  // One part alone where it is named: `npm run bench -- --scale`.
  const only = ['--scale', '--burst', '--page', '--photos', '--search'].find((part) =>
    process.argv.includes(part),
  )
  if (only === undefined) await measureLoads()
  if (only === undefined || only === '--burst') await printBurst()
  if (only === undefined || only === '--photos') await printPhotos()
  if (only === undefined || only === '--page') await printPage()
  const serverUrl = process.env.TEST_DATABASE_URL
  if (only === undefined || only === '--search') await printSearch(SCALE, serverUrl)
  if (only !== undefined && only !== '--scale') return
  printScale(
    await measureScale(SCALE, null),
    serverUrl === undefined ? null : await measureScale(SCALE, serverUrl),
  )
}

async function measureLoads(): Promise<void> {
  const echoStart = await measureStartUp('echo-process.js', STARTS)
  const deskStart = await measureStartUp('../../dist/main.js', STARTS)
  printStarts(echoStart, deskStart)
  const echo = await measureEcho(LOAD)
  printLoads('Under load', 'bare grammY echo', echo, echo)
  printLoads('', 'desk on SQLite', await measureDesk(LOAD, null), echo)
  printLoads('', '  at the real pace', await measureBacklog(LOAD, null), echo)
  const serverUrl = process.env.TEST_DATABASE_URL
  if (serverUrl === undefined) console.log('desk on PostgreSQL     skipped, TEST_DATABASE_URL is not set')
  else {
    printLoads('', 'desk on PostgreSQL', await withSchema(serverUrl, (url) => measureDesk(LOAD, url)), echo)
    printLoads(
      '',
      '  at the real pace',
      await withSchema(serverUrl, (url) => measureBacklog(LOAD, url)),
      echo,
    )
  }
  explain()
}

function printStarts(echo: StartUp, desk: StartUp): void {
  console.log(row('Start-up', 'first', 'again', 'ratio', 'at rest'))
  for (const [name, start] of [
    ['bare grammY echo', echo],
    ['desk on SQLite', desk],
  ] as const) {
    const times = [ms(start.firstMs), ms(start.againMs), ratio(start.againMs, echo.againMs)]
    console.log(row(name, ...times, mb(start.restMb)))
  }
  console.log('')
}

function printLoads(title: string, name: string, found: Throughput, echo: Throughput): void {
  if (title !== '')
    console.log(row(title, 'updates/s', 'ratio', 'CPU', 'p50', 'p95', 'memory', 'after', 'calm'))
  const rate = found.updates / found.seconds
  const speed = [rate.toFixed(0), ratio(rate, echo.updates / echo.seconds)]
  console.log(
    row(
      name,
      ...speed,
      ms(found.cpu),
      ms(found.p50),
      ms(found.p95),
      mb(found.restMb),
      mb(found.endMb),
      mb(found.calmMb),
    ),
  )
}

function explain(): void {
  console.log(`
Start-up        from the start of the process (node dist/main.js) to its first getUpdates: with an empty database, then the
                median of ${STARTS} starts with that database.
at rest         resident memory 2 s after the start.
updates/s       ${CROWD} customers at once, each on a lane of its own, fill in forms to the end (a message or a tap an update), as
                fast as the bot answers: ${updates - WARM_UP} updates after ${WARM_UP} to warm up. An update counts when it has been stored,
                worked and committed with its calls to Telegram. The calls are sent meanwhile by the same process, without
                Telegram's limits: with them 30 calls a second would be the end of it.
                at the real pace: a backlog of customers' messages and commands, while the calls go out as Telegram
                allows, 30 a second: how fast the desk stores and works updates in the field.
                The echo bot answers ${CROWD} people's lines with sendMessage, one after the other, and keeps nothing.
p50, p95        from the beginning of an update's work to its commit, 8 lanes side by side, waiting for each other included;
                for the echo bot the time of its one call.
CPU             processor time an update, sending included: on a busy machine the fairer measure.
memory          resident, before the first and right after the last of ${updates} updates, and 10 s later.
ratio           to the bare grammY echo bot in this run, on the same stand-in for Telegram, which takes its share of the machine.`)
}

function row(name: string, ...cells: string[]): string {
  return name.padEnd(20) + cells.map((cell) => cell.padStart(12)).join('')
}

const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`
const mb = (value: number | null) => (value === null ? 'not known' : `${value.toFixed(0)} MB`)
const ratio = (one: number, other: number) => `× ${(one / other).toFixed(2)}`

await main()
