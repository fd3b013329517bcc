import type { Meters } from './meters.ts'
import type { Clock, Transport, TransportAnswer } from './ports.ts'

/** A transport of which is known how it goes. */
export interface WatchedTransport extends Transport {
  /** When Telegram last answered with ok; null: not yet. */
  readonly lastOkAt: Date | null
  /** Telegram's last word was that it does not know the token. */
  readonly tokenRefused: boolean
}

/** Codes that Telegram gives; others count as their hundred, so that there are few words. */
const KNOWN_CODES: readonly number[] = [400, 401, 403, 404, 409, 413, 429, 500, 502, 503, 504]

/** The same transport, whose calls are counted and timed. */
export function watchTransport(transport: Transport, clock: Clock, meters: Meters): WatchedTransport {
  let lastOkAt: Date | null = null
  let tokenRefused = false
  return {
    get lastOkAt() {
      return lastOkAt
    },
    get tokenRefused() {
      return tokenRefused
    },
    async call(method, payload, signal) {
      const begunAt = performance.now()
      const answer = await transport.call(method, payload, signal)
      // Whoever stops waiting, at a stop or when the time is over, aborts.
      const word = signal?.aborted ? 'cut-off' : wordFor(answer)
      meters.called(method, word, performance.now() - begunAt)
      if (answer.kind === 'ok') lastOkAt = clock.now()
      if (answer.kind === 'ok' || answer.kind === 'error') tokenRefused = word === '401'
      return answer
    },
  }
}

function wordFor(answer: TransportAnswer): string {
  if (answer.kind !== 'error') return answer.kind
  const { code } = answer
  return KNOWN_CODES.includes(code) ? String(code) : `${Math.floor(code / 100)}xx`
}
