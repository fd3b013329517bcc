import { AsyncLocalStorage } from 'node:async_hooks'

/** More than any log may have; what is longer is no answer of the storage. Bytes. */
const LONGEST_ANSWER = 64 * 1024

export interface CallLimits {
  readonly timeoutMs: number
  /** Is the bot's token to be sent where the storage asks for a new log-in? */
  readonly mayLogIn: boolean
}

interface Guard extends CallLimits {
  readonly signal: AbortSignal
  refusals: number
}

/** What the free storage did that its client would have met with endless tries, or with more than it should. */
export class FreeStorageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'FreeStorageError'
  }
}

const guards = new AsyncLocalStorage<Guard>()
let isInstalled = false

/**
 * Runs a call of the free storage's client within limits. The client has no option for any: it repeats whatever is answered
 * with 5xx for ever, and logs in again, with the bot's token, at each 401. It looks up the global `fetch` at each try, so that
 * is where it is held; calls made outside of `run` are not touched.
 */
export function withinLimits<T>(limits: CallLimits, run: () => Promise<T>): Promise<T> {
  installOnce()
  const signal = AbortSignal.timeout(limits.timeoutMs)
  return guards.run({ ...limits, signal, refusals: 0 }, run)
}

function installOnce(): void {
  if (isInstalled) return
  isInstalled = true
  const native = globalThis.fetch
  globalThis.fetch = (input, init) => {
    const guard = guards.getStore()
    return guard === undefined ? native(input, init) : guardedFetch(native, guard, input, init)
  }
}

async function guardedFetch(
  native: typeof fetch,
  guard: Guard,
  ...[input, init]: Parameters<typeof fetch>
): Promise<Response> {
  // A redirect could carry the token to an address that the owner has never named.
  const answer = await native(input, { ...init, signal: guard.signal, redirect: 'error' })
  const body = await readAll(answer)
  if (answer.status >= 500) throw new FreeStorageError(`answered ${answer.status}`)
  if (answer.status === 401) refuse(guard)
  return new Response(body.length === 0 ? null : body, { status: answer.status, headers: answer.headers })
}

/** @throws FreeStorageError where another log-in would not help, or must not be */
function refuse(guard: Guard): void {
  guard.refusals += 1
  if (!guard.mayLogIn) throw new FreeStorageError('does not accept FREE_STORAGE_JWT')
  if (guard.refusals > 1) throw new FreeStorageError('does not accept the bot')
}

async function readAll(answer: Response): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of answer.body ?? []) {
    length += chunk.length
    if (length > LONGEST_ANSWER) throw new FreeStorageError('answered with far too much')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
