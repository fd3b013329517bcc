import { expect, onTestFinished, test } from 'vitest'
import type { FaultKind } from '../../src/simulator/faults.ts'
import { startSimulator } from '../../src/simulator/simulator.ts'
import { createTransport } from '../../src/telegram/transport.ts'

test.each<[FaultKind, string]>([
  ['truncated', 'lost'],
  ['close-after', 'lost'],
  ['close-before', 'lost'],
  ['html-502', 'lost'],
  ['error-500', 'error'],
  ['flood', 'error'],
])(
  'an answer spoilt by “%s” is known as “%s” at once, not at the end of a time-out',
  async (kind, end) => {
    const sim = await startSimulator()
    onTestFinished(() => sim.stop())
    sim.faults.add({ method: 'getMe', kind })
    expect(await createTransport(sim.token, sim.url).call('getMe', {})).toMatchObject({ kind: end })
  },
  2_000,
)

test('a server that takes no connection was surely told nothing', async () => {
  const sim = await startSimulator()
  await sim.stop()
  const answer = await createTransport(sim.token, sim.url).call('getMe', {})
  expect(answer).toEqual({ kind: 'not-sent', description: 'ECONNREFUSED' })
})
