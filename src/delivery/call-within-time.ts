import type { Clock, Transport, TransportAnswer } from './ports.ts'

/**
 * Makes one call and waits no longer than `timeoutMs`: a transport that does not even react to being aborted
 * counts as a lost answer. A given `signal` ends it the same way.
 */
export async function callWithinTime(
  transport: Transport,
  clock: Clock,
  call: { readonly method: string; readonly payload: object; readonly timeoutMs: number },
  signal?: AbortSignal,
): Promise<TransportAnswer> {
  if (signal?.aborted) return { kind: 'not-sent', description: 'Stopped before sending' }
  const abort = new AbortController()
  return await new Promise<TransportAnswer>((resolve) => {
    const end = (answer: TransportAnswer) => {
      cancelTimer()
      signal?.removeEventListener('abort', onStop)
      resolve(answer)
    }
    const giveUp = (description: string) => {
      end({ kind: 'lost', description })
      abort.abort()
    }
    const onStop = () => giveUp('Stopped while waiting for the answer')
    const cancelTimer = clock.setTimer(call.timeoutMs, () => giveUp(`No answer within ${call.timeoutMs} ms`))
    signal?.addEventListener('abort', onStop)
    transport.call(call.method, call.payload, abort.signal).then(end, (error: unknown) => {
      end({ kind: 'lost', description: error instanceof Error ? error.message : 'The transport threw' })
    })
  })
}

/** The same transport, none of whose calls takes longer than `timeoutMs`. */
export function limitTime(transport: Transport, clock: Clock, timeoutMs: number): Transport {
  return {
    call: (method, payload, signal) =>
      callWithinTime(transport, clock, { method, payload, timeoutMs }, signal),
  }
}
