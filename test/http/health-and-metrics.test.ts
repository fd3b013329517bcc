import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { fileTicket } from '../support/file-ticket.ts'
import { freePort } from '../support/free-port.ts'
import { openShop, type ShopOptions } from '../support/open-shop.ts'
import { createShiftingClock, DAY_MS } from '../support/shifting-clock.ts'

async function anOpenShop(options: ShopOptions = {}) {
  const port = await freePort()
  const shop = await openShop({ ...options, env: { PORT: String(port) } })
  const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`)
  /** One number of /metrics. */
  const numbers = async () => {
    const lines = (await (await get('/metrics')).text()).split('\n')
    return (name: string) => Number(lines.find((line) => line.startsWith(`${name} `))?.slice(name.length))
  }
  return { shop, get, numbers }
}

test('a desk that polls tells that it is well, who leads, and that Telegram answers', async () => {
  const { shop, get } = await anOpenShop()
  await shop.settled()
  expect((await get('/healthz')).status).toBe(200)
  const answer = await get('/readyz')
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({
    ready: true,
    troubles: [],
    database: 'answers',
    leader: expect.stringContaining(`:${process.pid}:`),
    leading: true,
    telegram: { lastOkAt: expect.any(String), tokenRefused: false },
    oldestWaiting: { inbox: 0, outbox: { private: 0, group: 0 } },
    heldChats: {},
  })
})

test('a refused token is told at /readyz, and nothing is lost of the rest', async () => {
  const { shop, get } = await anOpenShop()
  shop.sim.revokeToken()
  await shop.sim.waitFor(() => !shop.sim.world.updates.poll.isWaiting(), { what: 'the poll to end' })
  // The poll's answer is still on its way.
  let answer = await get('/readyz')
  for (let left = 200; answer.status === 200 && left > 0; left -= 1) answer = await get('/readyz')
  expect(answer.status).toBe(503)
  expect(await answer.json()).toMatchObject({
    ready: false,
    troubles: ['Telegram refuses BOT_TOKEN: nothing is sent'],
    database: 'answers',
  })
})

test('the numbers of a filed ticket are there, and no person, chat or word', async () => {
  const { shop, get, numbers } = await anOpenShop()
  const anna = shop.customer('Канарейка')
  await fileTicket(shop, anna)
  await shop.settled()
  const of = await numbers()
  expect(of('desk_tickets{status="new"}')).toBe(1)
  expect(of('desk_tickets_overdue{target="first_response"}')).toBe(0)
  expect(of('desk_tickets_overdue{target="resolution"}')).toBe(0)
  expect(of('desk_leader')).toBe(1)
  expect(of('desk_database_up')).toBe(1)
  expect(of('desk_inbox_depth')).toBe(0)
  expect(of('desk_outbox_depth{chat="group"}')).toBe(0)
  expect(of('desk_updates_total{door="polling",kind="message"}')).toBeGreaterThan(1)
  expect(of('desk_updates_total{door="polling",kind="callback_query"}')).toBeGreaterThan(3)
  expect(of('desk_events_total{kind="update",end="done"}')).toBeGreaterThan(5)
  expect(of('desk_telegram_calls_total{method="sendMessage",answer="ok"}')).toBeGreaterThan(1)
  expect(of('desk_telegram_429_total')).toBe(0)
  expect(of('desk_outbox_settled_total{method="sendMessage",status="sent"}')).toBeGreaterThan(1)
  expect(of('desk_commit_seconds_count')).toBeGreaterThan(5)
  const text = await (await get('/metrics')).text()
  for (const secret of ['Канарейка', String(anna.user.id), String(shop.group.id), shop.sim.token]) {
    expect(text).not.toContain(secret)
  }
})

test('a promise that is broken is counted until it is kept, the first answer and the solution each for itself', async () => {
  const clock = createShiftingClock()
  const { shop, numbers } = await anOpenShop({ clock })
  const { topic = 0 } = await fileTicket(shop, shop.customer())
  const oleg = shop.group.as(shop.agent('Олег'))
  const overdue = async () => {
    // Numbers are kept for some seconds.
    clock.leap(60_000)
    await shop.settled()
    const of = await numbers()
    return ['first_response', 'resolution'].map((target) => of(`desk_tickets_overdue{target="${target}"}`))
  }
  expect(await overdue()).toEqual([0, 0])
  clock.leap(2 * DAY_MS)
  expect(await overdue()).toEqual([1, 1])
  oleg.sendText('Ищем', { topic })
  expect(await overdue()).toEqual([0, 1])
  oleg.sendText('/resolve', { topic })
  expect(await overdue()).toEqual([0, 0])
})

test('a port that is taken stops the start with one sentence', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, resolve))
  onTestFinished(() => void other.close())
  const { port } = other.address() as AddressInfo
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    env: {
      ...process.env,
      BOT_TOKEN: '123456789:AAE',
      PORT: String(port),
      TELEGRAM_API_ROOT: 'http://127.0.0.1:9',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let told = ''
  child.stderr.on('data', (data) => {
    told += String(data)
  })
  const [code] = await once(child, 'exit')
  expect([code, told]).toEqual([
    1,
    `PORT ${port} can't be opened: another process listens there already: stop that one, or write another number.\n`,
  ])
})
