import { expect, test } from 'vitest'
import { NO_METERS } from '../../src/delivery/no-meters.ts'
import type { TransportAnswer } from '../../src/delivery/ports.ts'
import { watchTransport } from '../../src/delivery/watch-transport.ts'
import { createDrivenClock } from '../support/driven-clock.ts'

const refused = (code: number): TransportAnswer => ({
  kind: 'error',
  ...{ code, description: 'no', parameters: {} },
})

function aWatched(...answers: TransportAnswer[]) {
  const clock = createDrivenClock()
  const called: string[] = []
  const meters = {
    ...NO_METERS,
    called: (method: string, answer: string) => void called.push(`${method} ${answer}`),
  }
  const transport = { call: async () => answers.shift() ?? refused(500) }
  return { clock, called, watched: watchTransport(transport, clock, meters) }
}

test('each call is counted under its method and one of few words', async () => {
  const { watched, called } = aWatched(
    { kind: 'ok', result: true },
    refused(429),
    refused(418),
    { kind: 'lost', description: 'ECONNRESET' },
    { kind: 'not-sent', description: 'ECONNREFUSED' },
  )
  for (let left = 5; left > 0; left -= 1) await watched.call('sendMessage', {})
  await watched.call('getUpdates', {}, AbortSignal.abort())
  expect(called).toEqual([
    'sendMessage ok',
    'sendMessage 429',
    'sendMessage 4xx',
    'sendMessage lost',
    'sendMessage not-sent',
    'getUpdates cut-off',
  ])
})

test('the last ok is remembered, and that the token is refused until Telegram takes it again', async () => {
  const { watched, clock } = aWatched(
    refused(400),
    { kind: 'ok', result: 1 },
    refused(401),
    { kind: 'lost', description: '' },
    { kind: 'ok', result: 1 },
  )
  const look = async () => {
    await watched.call('sendMessage', {})
    return [watched.lastOkAt?.toISOString() ?? null, watched.tokenRefused]
  }
  expect(await look()).toEqual([null, false])
  const first = clock.now().toISOString()
  expect(await look()).toEqual([first, false])
  await clock.advance(5_000)
  expect([await look(), await look()]).toEqual([
    [first, true],
    [first, true],
  ])
  expect(await look()).toEqual([clock.now().toISOString(), false])
})
