import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import type { Message } from '../../src/simulator/bot-api/types.ts'
import { startSimulator } from '../../src/simulator/simulator.ts'
import { cardsOf, type Lived, liveTicket, type Stage, wordsIn } from '../support/busy-people.ts'
import { queryTestDatabase } from '../support/database.ts'
import { type CallInFlight, createKillableDesk } from '../support/killable-desk.ts'
import { createSeededRandom, soakSeed } from '../support/seeded-random.ts'

const KILLS = Number(process.env.SOAK_KILLS ?? 60)
const CUSTOMERS = 10
/** A kill comes up to so long after the start of the process or after its first request. Milliseconds. */
const LIFE_MS = 2_000

test('killed again and again while ten customers write, the desk loses nothing and doubles only what was in flight', async () => {
  const seed = soakSeed()
  const random = createSeededRandom(seed)
  const sim = await startSimulator()
  const dataDir = mkdtempSync(join(tmpdir(), 'desk-kills-'))
  const group = sim.createGroup({ title: 'Support', kind: 'forum' })
  const agent = sim.createUser({ firstName: 'Олег', languageCode: 'ru' })
  group.join(agent)
  const desk = createKillableDesk(sim, dataDir, group.id)
  onTestFinished(async () => {
    await desk.kill().catch(() => undefined)
    await sim.stop()
    rmSync(dataDir, { recursive: true, force: true })
  })
  const stage: Stage = { sim, group, agent, random }
  let killing = true
  const customers = Array.from({ length: CUSTOMERS }, (_, n) =>
    sim.createUser({ firstName: `Клиент ${n + 1}`, languageCode: 'ru' }),
  )
  const lives = customers.map(async (customer, n) => {
    const lived: Lived[] = []
    do lived.push(await liveTicket(stage, customer, `c${n + 1}-t${lived.length + 1}`))
    while (killing)
    return lived
  })

  const inFlight: CallInFlight[] = []
  const killAll = async () => {
    for (let kills = 0; kills < KILLS; kills += 1) {
      const ready = desk.start()
      // Every fifth kill may come before the desk is ready.
      if (random() > 0.2) await ready
      await pause(random() * LIFE_MS)
      inFlight.push(...(await desk.kill()))
      await ready
    }
    killing = false
    await desk.start()
  }
  const [, ...all] = await Promise.all([killAll(), ...lives])
  await sim.waitFor(() => sim.updates.pending().length === 0, { what: 'all updates fetched' })
  await desk.idle()

  const report = await examine(stage, all.flat(), inFlight, dataDir)
  const starts = [...desk.readyAfter].sort((a, b) => a - b)
  console.table({
    seed,
    kills: KILLS,
    ...report.numbers,
    'median ms to first getUpdates': Math.round(starts[starts.length >> 1] ?? 0),
  })
  expect(report.wrong).toEqual([])
})

async function examine(
  stage: Stage,
  lived: readonly Lived[],
  inFlight: readonly CallInFlight[],
  dataDir: string,
): Promise<{ numbers: Record<string, number>; wrong: readonly string[] }> {
  const wrong: string[] = []
  const ask = (sql: string) => queryTestDatabase({ url: null, dataDir }, sql)
  const { botId } = stage.sim
  const fromBot = (messages: readonly Message[]) => messages.filter((message) => message.from?.id === botId)
  const staffSide = fromBot(stage.group.messages())
  let messages = 0
  let doubled = 0

  /** Everything has arrived, in order, and no oftener than lost answers explain. */
  const check = (markers: readonly string[], shown: readonly Message[], what: string) => {
    messages += markers.length
    const copies = markers.map((marker) => shown.filter((message) => wordsIn(message).includes(marker)))
    markers.forEach((marker, n) => {
      const found = copies[n]?.length ?? 0
      const allowed = 1 + inFlight.filter((call) => call.payload.includes(marker)).length
      doubled += Math.max(0, found - 1)
      if (found === 0) wrong.push(`${what}: ${marker} is lost`)
      if (found > allowed) wrong.push(`${what}: ${marker} is there ${found} times, ${allowed} allowed`)
    })
    const first = copies.flatMap((found) => found[0]?.message_id ?? [])
    if (first.some((id, n) => n > 0 && id < (first[n - 1] ?? 0))) wrong.push(`${what}: out of order`)
  }

  for (const { customer, number, photos, fromCustomer, fromAgent } of lived) {
    check(photos, staffSide, `photos of ${number}`)
    check(fromCustomer, staffSide, `to the staff about ${number}`)
    // The ticket's own screen quotes the last messages.
    const chat = fromBot(customer.messages()).filter(
      (message) => !wordsIn(message).includes('Последние сообщения'),
    )
    check(fromAgent, chat, `to the customer about ${number}`)
  }
  const stored = (await ask('SELECT number, status FROM tickets')).map((row) => String(row.number))
  const told = lived.map(({ number }) => number.replace('-', ''))
  if (stored.length !== told.length) wrong.push(`${told.length} tickets confirmed, ${stored.length} stored`)
  for (const number of told) {
    if (stored.filter((one) => one.replace('-', '') === number).length !== 1)
      wrong.push(`${number} is not stored once`)
  }
  let cards = 0
  for (const { number } of lived) {
    const found = cardsOf(stage, number).length
    const allowed = 1 + inFlight.filter((call) => call.payload.includes(number)).length
    cards += found
    if (found === 0) wrong.push(`no card of ${number}`)
    if (found > allowed) wrong.push(`${found} cards of ${number}, ${allowed} allowed`)
  }
  const [calls] = await ask(
    `SELECT sum(status = 'failed') AS failed, sum(status = 'unknown') AS unknown, sum(status IN ('waiting', 'sending')) AS open FROM outbox_calls`,
  )
  console.log(
    await ask(
      `SELECT method, status, error, count(*) n FROM outbox_calls WHERE status IN ('failed','unknown') GROUP BY 1,2,3`,
    ),
  )
  return {
    wrong,
    numbers: {
      'tickets confirmed': told.length,
      'tickets stored': stored.length,
      cards,
      'messages and photos': messages,
      'calls in flight at a kill': inFlight.length,
      'messages that came twice': doubled,
      'calls failed': Number(calls?.failed),
      'calls left as unknown': Number(calls?.unknown),
      'calls never ended': Number(calls?.open),
    },
  }
}
