import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { startSimulator } from '../../../src/simulator/simulator.ts'
import { callApi, SHOP_TOKEN } from '../../support/api-story.ts'
import { queryTestDatabase } from '../../support/database.ts'
import { inWords, openEventReceiver } from '../../support/event-receiver.ts'
import { freePort } from '../../support/free-port.ts'
import { createKillableDesk, FROM_SOURCES } from '../../support/killable-desk.ts'
import { createSeededRandom } from '../../support/seeded-random.ts'
import { untilQuiet } from '../../support/until-quiet.ts'

const KILLS = 6
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))

test(`killed at any point, what another system asks again with the same key is done once (seed ${SEED})`, async () => {
  const random = createSeededRandom(SEED)
  const sim = await startSimulator()
  const receiver = await openEventReceiver()
  const dataDir = mkdtempSync(join(tmpdir(), 'desk-asked-'))
  const location = { url: null, dataDir }
  const group = sim.createGroup({ title: 'Support', kind: 'forum' })
  const anna = sim.createUser({ firstName: 'Анна', languageCode: 'ru' })
  const port = await freePort()
  const desk = createKillableDesk({
    ...{ location, staffChatId: group.id, apiRoot: sim.url, token: sim.token, program: FROM_SOURCES },
    env: { PORT: String(port), API_TOKENS: `Shop:${SHOP_TOKEN}`, ...receiver.env },
  })
  onTestFinished(async () => {
    await desk.end()
    await sim.stop()
    rmSync(dataDir, { recursive: true, force: true })
  })
  await desk.start()
  for (const act of [() => anna.sendText('/new'), () => anna.tap(/Согласен/)]) {
    act()
    await sim.waitFor(() => sim.updates.pending().length === 0, { timeoutMs: 30_000 })
    await untilQuiet(location)
  }

  const api = callApi(port)
  /** As a careful caller does: again and again with the same key, until there is an answer. */
  const ask = async (path: string, body: object, key: string) => {
    for (;;) {
      const answer = await api.post(path, body, { 'idempotency-key': key }).catch(() => null)
      if (answer !== null && answer.status !== 202 && answer.status !== 503) return answer
      await pause(50)
    }
  }
  const filing = {
    ...{ customer: { telegramId: anna.user.id }, category: 'delivery', problem: 'late', orderNumber: null },
    description: 'Посылка лежит на складе третий день.',
  }
  const replies: string[] = []
  const numbers = new Set<string>()
  let isOver = false
  const asking = (async () => {
    for (let n = 0; !isOver; n += 1) {
      const filed = await ask('/api/v1/tickets', filing, `file-${n}`)
      expect(filed.status).toBe(201)
      const { number } = filed.body.ticket
      numbers.add(number)
      replies.push(`Ответ ${n};`)
      const path = `/api/v1/tickets/${number}`
      expect((await ask(`${path}/replies`, { text: `Ответ ${n};` }, `reply-${n}`)).status).toBe(201)
      expect((await ask(`${path}/status`, { action: 'resolve' }, `move-${n}`)).status).toBe(200)
    }
  })()
  for (let kill = 0; kill < KILLS; kill += 1) {
    await pause(random() * 400)
    await desk.kill()
    await desk.start()
  }
  isOver = true
  await asking
  await untilQuiet(location)

  const tickets = await queryTestDatabase(location, 'SELECT number, status FROM tickets')
  expect(tickets).toHaveLength(numbers.size)
  expect(tickets.every(({ status }) => status === 'resolved')).toBe(true)
  const stored = await queryTestDatabase(location, 'SELECT content FROM ticket_messages ORDER BY seq')
  const texts = stored.map(({ content }) => JSON.parse(String(content)).body.text)
  expect(texts).toEqual(replies)
  for (const reply of replies) expect(anna.screen()).toContain(reply)
  // Each ticket's events came in order, every one of them.
  expect(receiver.faults).toEqual([])
  for (const number of numbers) {
    const told = new Map(
      receiver.calls
        .filter(({ event }) => event.ticket.number === number)
        .map(({ id, event }) => [id, inWords(event)]),
    )
    expect([...told.values()]).toEqual([
      ...['ticket.opened', 'ticket.replied agent', 'ticket.assigned', 'ticket.status_changed new open'],
      'ticket.status_changed open resolved',
    ])
  }
}, 180_000)
