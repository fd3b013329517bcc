import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../src/persistence/open-database.ts'
import type { Person } from '../../src/simulator/driver/person.ts'
import { startSimulator } from '../../src/simulator/simulator.ts'
import { privateLane } from '../../src/telegram/lane-of.ts'
import { placeTestDatabase } from '../support/database.ts'
import { type Fleet, openFleet } from '../support/desk-fleet.ts'
import { createSeededRandom, soakSeed } from '../support/seeded-random.ts'

const QUESTIONS = Number(process.env.SOAK_QUESTIONS ?? 60)
/** An update id that Telegram's stand-in does not come to. */
const FIRST_UPDATE_ID = 900_000_000
/** Longer than any process looks for what others left. Milliseconds. */
const PAUSE_MS = 500

const hasServer = Boolean(process.env.TEST_DATABASE_URL)
if (!hasServer) console.info('Answers between processes: skipped, TEST_DATABASE_URL is not set')

function aQuestion({ user }: Person, index: number) {
  const text = '/start'
  return {
    update_id: FIRST_UPDATE_ID + index,
    message: {
      message_id: 1_000_000 + index,
      date: Math.floor(Date.now() / 1_000),
      from: user,
      chat: { id: user.id, type: 'private', first_name: user.first_name },
      text,
      entities: [{ type: 'bot_command', offset: 0, length: text.length }],
    },
  }
}

async function sentAfter(fleet: Fleet, since: number): Promise<number> {
  for (;;) {
    for (const { line } of fleet.replicas) {
      const call = line.requests.find(({ method, at }) => method === 'sendMessage' && at > since)
      if (call) return call.at - since
    }
    await pause(2)
  }
}

test.skipIf(!hasServer)('what one process stores without a word, others work and answer', async () => {
  const seed = soakSeed()
  const random = createSeededRandom(seed)
  const sim = await startSimulator()
  onTestFinished(() => sim.stop())
  const group = sim.createGroup({ title: 'Support', kind: 'forum' })
  const location = await placeTestDatabase('postgresql')
  const fleet = await openFleet({ sim, group, random }, { location, replicas: 2, isBuilt: true })
  await Promise.all(fleet.replicas.map(({ desk }) => desk.start()))
  const database = await openDatabase(location)
  onTestFinished(() => database.close())
  const took: number[] = []
  for (let index = 0; index < QUESTIONS; index += 1) {
    const customer = sim.createUser({ firstName: 'Анна', languageCode: 'ru' })
    customer.sendText('/start')
    await sim.waitFor(() => customer.messages().some(({ from }) => from?.id === sim.botId), {
      timeoutMs: 60_000,
    })
    await fleet.idle()
    await pause(random() * PAUSE_MS)
    const event = {
      lane: privateLane(customer.user.id),
      body: { kind: 'update', update: aQuestion(customer, index) },
    } as const
    const askedAt = performance.now()
    await database.inbox.ingest(sim.botId, [event], new Date())
    took.push(await sentAfter(fleet, askedAt))
  }
  const sorted = [...took].sort((a, b) => a - b)
  const share = (part: number) => Math.round(sorted[Math.floor(sorted.length * part)] ?? 0)
  console.table({
    seed,
    questions: QUESTIONS,
    'ms from storing to the answer’s call, median': share(0.5),
    '95th percentile': share(0.95),
    worst: Math.round(sorted.at(-1) ?? 0),
  })
  expect(took).toHaveLength(QUESTIONS)
})
