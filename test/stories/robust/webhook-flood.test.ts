import { expect, test } from 'vitest'
import { queryTestDatabase } from '../../support/database.ts'
import { fileTicket } from '../../support/file-ticket.ts'
import { freePort } from '../../support/free-port.ts'
import { openShop } from '../../support/open-shop.ts'
import { createSeededRandom, soakSeed } from '../../support/seeded-random.ts'

const PEOPLE = 4
const MESSAGES = 10

test('a flood over many connections, repeated and late, keeps the order of each chat and doubles nothing', async () => {
  const seed = soakSeed()
  const random = createSeededRandom(seed)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}/telegram`
  const env = { WEBHOOK_URL: url, WEBHOOK_SECRET: 'flood-secret', PORT: String(port) }
  const shop = await openShop({ env })
  const people = Array.from({ length: PEOPLE }, (_, n) => shop.customer(`Клиент ${n + 1}`))
  for (const person of people) await fileTicket(shop, person)
  await shop.settled()

  // What Telegram has brought, chat by chat, a careless network brings again, at any time and over any connection.
  const sent = new Map<number, string>()
  const repeat = async () => {
    const waiting = new Set(shop.sim.updates.pending().map((update) => update.update_id))
    const brought = [...sent].filter(([id]) => !waiting.has(id))
    const body = brought[Math.floor(random() * brought.length)]?.[1]
    if (body === undefined) return
    const headers = { 'x-telegram-bot-api-secret-token': 'flood-secret' }
    const answer = await fetch(url, { method: 'POST', headers, body })
    expect(answer.status).toBe(200)
  }
  const repeats: Promise<void>[] = []
  shop.sim.updates.duplicate = true
  for (let n = 1; n <= MESSAGES; n += 1) {
    for (const [index, person] of people.entries()) person.sendText(`Слово ${index + 1}.${n}.`)
    for (const update of shop.sim.updates.pending()) sent.set(update.update_id, JSON.stringify(update))
    repeats.push(repeat(), repeat(), repeat())
    await new Promise((resolve) => setImmediate(resolve))
  }
  await Promise.all(repeats)
  const { queue } = shop.sim.world.updates
  await shop.sim.waitFor(() => queue.list().length === 0, { what: 'all brought', timeoutMs: 60_000 })
  await shop.settled()

  const words = (texts: readonly string[], index: number) =>
    texts.flatMap((text) => new RegExp(`Слово ${index + 1}\\.(\\d+)\\.`).exec(text)?.[1] ?? [])
  const wanted = Array.from({ length: MESSAGES }, (_, n) => String(n + 1))
  const shown = shop.group.messages().map((message) => message.text ?? '')
  const kept = await queryTestDatabase(shop.location, 'SELECT content FROM ticket_messages ORDER BY seq')
  const history = kept.map((row) => String(row.content))
  for (const index of people.keys()) {
    expect({ seed, index, shown: words(shown, index) }).toEqual({ seed, index, shown: wanted })
    expect({ seed, index, kept: words(history, index) }).toEqual({ seed, index, kept: wanted })
  }
}, 180_000)
