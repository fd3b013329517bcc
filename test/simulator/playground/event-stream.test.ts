import { type IncomingMessage, request } from 'node:http'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Person } from '../../../src/simulator/driver/person.ts'
import type { Change } from '../../../src/simulator/playground/protocol.ts'
import { type Playground, startPlayground } from '../../../src/simulator/playground/start-playground.ts'
import { type Simulator, startSimulator } from '../../../src/simulator/simulator.ts'
import { type EventReader, readEvents } from './page-side.ts'

let sim: Simulator
let playground: Playground
let anna: Person
let page: EventReader
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  sim = await startSimulator()
  playground = await startPlayground(sim, { pageFolder: '/nowhere' })
  anna = sim.createUser({ firstName: 'Анна' })
  page = await readEvents(sim)
})
afterEach(async () => {
  vi.useRealTimers()
  page.close()
  await playground.stop()
  await sim.stop()
})

/** Asks for the events and reads nothing until told to. */
async function openPaused(path = '/playground/events') {
  const asking = request(`${sim.url}${path}`)
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    asking.on('response', resolve)
    asking.on('error', reject)
    asking.end()
  })
  let text = ''
  /** Those that came whole. */
  const events = () => {
    const blocks = text.split('\n\n').slice(0, -1)
    return blocks.filter((event) => event.startsWith('id: '))
  }
  return {
    response,
    events,
    text: () => text,
    close: () => asking.destroy(),
    read() {
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
      })
    },
  }
}

/** More than the sockets on both sides take in by themselves. */
const MUCH = 'я'.repeat(6_000_000)

test('a page that reads slowly is told of many changes at once, and misses none', async () => {
  sim.createUser({ firstName: MUCH })
  const slow = await openPaused()
  for (const text of ['one', 'two', 'three']) {
    anna.sendText(text)
    await page.findMessage(({ message }) => message.text === text)
  }
  slow.read()
  await vi.waitFor(() => expect(slow.events().length).toBe(2), { timeout: 10_000 })
  const [whole, rest] = slow
    .events()
    .map((event) => JSON.parse(event.replace(/^id: .*\ndata: /, '')) as Change)
  expect(whole?.isWhole).toBe(true)
  expect(rest?.isWhole).toBe(false)
  expect(rest?.messages?.map(({ message }) => message.text)).toEqual(['one', 'two', 'three'])
  slow.close()
})

test('a page that reads nothing any more is dropped', async () => {
  sim.createUser({ firstName: MUCH })
  const stuck = await openPaused()
  const closed = new Promise((resolve) => stuck.response.once('close', resolve))
  stuck.response.on('error', () => undefined)
  vi.advanceTimersByTime(30_000)
  stuck.read()
  await closed
  expect(stuck.response.complete).toBe(false)
  expect(stuck.events().length).toBe(0)
})

test('a quiet connection is kept alive by a heartbeat', async () => {
  const quiet = await openPaused()
  quiet.read()
  await vi.waitFor(() => expect(quiet.events()).toHaveLength(1))
  expect(quiet.text()).not.toContain('still here')
  vi.advanceTimersByTime(15_000)
  await vi.waitFor(() => expect(quiet.text()).toContain(': still here\n\n'))
  quiet.close()
})

test('a page may name the last id in the address as well', async () => {
  await page.find(() => true)
  anna.sendText('missed')
  const again = await openPaused(`/playground/events?after=${page.lastId()}`)
  again.read()
  await vi.waitFor(() => expect(again.events()).toHaveLength(1))
  expect(again.events()[0]).toContain('"isWhole":false')
  expect(again.events()[0]).toContain('missed')
  again.close()
})
