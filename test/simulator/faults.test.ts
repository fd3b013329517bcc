import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Person } from '../../src/simulator/driver/person.ts'
import type { FaultKind } from '../../src/simulator/faults.ts'
import { type Simulator, startSimulator } from '../../src/simulator/simulator.ts'
import { call, ok } from './bot-side.ts'

let sim: Simulator
let anna: Person
beforeEach(async () => {
  sim = await startSimulator()
  anna = sim.createUser({ firstName: 'Anna' })
  anna.sendText('/start')
})
afterEach(() => sim.stop())

const send = (text = 'x') => call(sim, 'sendMessage', { chat_id: anna.chatId, text })
const texts = () => anna.messages().flatMap(({ text, from }) => (from?.is_bot ? (text ?? []) : []))

test('500 and 429 come in JSON and change nothing', async () => {
  sim.faults.add({ method: 'sendMessage', kind: 'error-500' })
  expect(await send()).toEqual({ ok: false, error_code: 500, description: 'Internal Server Error' })
  sim.faults.add({ method: 'sendMessage', kind: 'flood', retryAfter: 7 })
  expect(await send()).toMatchObject({ error_code: 429, parameters: { retry_after: 7 } })
  expect(texts()).toEqual([])
})

test("502 is a proxy's page", async () => {
  sim.faults.add({ method: '*', kind: 'html-502' })
  const response = await fetch(`${sim.url}/bot${sim.token}/sendMessage?chat_id=${anna.chatId}&text=x`)
  expect(response.status).toBe(502)
  expect(response.headers.get('content-type')).toBe('text/html')
  expect(await response.text()).toContain('502 Bad Gateway')
})

test.each<[FaultKind, string[]]>([
  ['close-before', []],
  ['close-after', ['x']],
  ['truncated', ['x']],
])('%s fails the call and leaves %j', async (kind, left) => {
  sim.faults.add({ method: 'sendMessage', kind })
  await expect(send()).rejects.toThrow()
  expect(texts()).toEqual(left)
  expect(sim.calls.at(-1)).toMatchObject({ ok: false, error: `fault: ${kind}`, applied: left.length > 0 })
})

test.each<FaultKind>(['error-500', 'html-502'])('%s may have taken effect', async (kind) => {
  sim.faults.add({ method: 'sendMessage', kind, applied: true })
  await send().catch(() => undefined)
  expect(texts()).toEqual(['x'])
})

describe('hang', () => {
  test('holds the answer until it is released', async () => {
    const fault = sim.faults.add({ method: 'sendMessage', kind: 'hang' })
    const sending = send()
    await sim.waitFor(() => texts().length === 1)
    expect(fault.hits).toBe(1)
    fault.release()
    expect(await sending).toMatchObject({ ok: true })
  })

  test('ends when the simulator stops', async () => {
    sim.faults.add({ method: 'sendMessage', kind: 'hang' })
    const settled = send().catch(() => 'failed')
    await sim.waitFor(() => texts().length === 1)
    await sim.stop()
    await settled
    sim = await startSimulator()
  })
})

test('a fault hits as often as asked, after as many as asked, where asked', async () => {
  const fault = sim.faults.add({
    method: 'sendMessage',
    kind: 'error-500',
    times: 2,
    skip: 1,
    when: ({ text }) => text === 'bad',
  })
  const results: boolean[] = []
  for (const text of ['bad', 'good', 'bad', 'bad', 'bad']) results.push((await send(text)).ok)
  expect(results).toEqual([true, true, false, false, true])
  expect(fault.hits).toBe(2)
})

test('a removed fault is gone, and * spares getUpdates', async () => {
  const fault = sim.faults.add({ method: '*', kind: 'error-500', times: 100 })
  await ok(sim, 'getUpdates')
  expect((await send()).ok).toBe(false)
  fault.remove()
  expect((await send()).ok).toBe(true)
})
