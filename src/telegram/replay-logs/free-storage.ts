import { freeStorage } from '@grammyjs/storage-free'
import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  handleAll,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel'
import type { Log } from '../../delivery/ports.ts'
import { FreeStorageError, withinLimits } from './guarded-fetch.ts'

/** What is there is anybody's guess: a caller looks at it before it believes it. */
export interface FreeStorage {
  read(key: string): Promise<unknown>
  write(key: string, value: object): Promise<void>
  remove(key: string): Promise<void>
}

export interface FreeStorageOptions {
  readonly botToken: string
  /** The storage's API; null: grammY's own, https://grammy.dev/plugins/session#free-storage */
  readonly url: string | null
  /** Given: the bot's token is never sent. */
  readonly jwt: string | null
  readonly log: Log
  readonly pace?: Pace
}

/** Milliseconds. */
export interface Pace {
  /** A customer waits for it. */
  readonly readMs: number
  /** Nobody waits. */
  readonly writeMs: number
  /** After failures the storage is left alone for so long. */
  readonly pauseMs: number
}

const PACE: Pace = { readMs: 1_500, writeMs: 3_000, pauseMs: 30_000 }
/** In a row. */
const FAILURES_TO_PAUSE = 3

/** grammY's free storage, every call of which ends in time; after some failures calls fail at once for a while. */
export function createFreeStorage(options: FreeStorageOptions): FreeStorage {
  const { botToken, url, jwt, log, pace = PACE } = options
  // With a jwt it has no use for the token, and what it does not have it can't send.
  const client = freeStorage<unknown>(jwt === null ? botToken : '', {
    ...(url === null ? {} : { rootUrl: url }),
    ...(jwt === null ? {} : { jwt }),
  })
  const mayLogIn = jwt === null
  const breaker = circuitBreaker(handleAll, {
    halfOpenAfter: pace.pauseMs,
    breaker: new ConsecutiveBreaker(FAILURES_TO_PAUSE),
  })
  breaker.onBreak((reason) => {
    const fields = { reason: 'error' in reason ? reasonOf(reason.error) : 'isolated' }
    log.warn(fields, 'The free storage fails: forms go on from their drafts')
  })
  breaker.onReset(() => log.info({}, 'The free storage works again'))

  // All that begin together wait for one log-in, so that the token makes no more journeys than it must.
  let loggingIn: Promise<unknown> | null = null
  const logIn = () => {
    loggingIn ??= withinLimits({ timeoutMs: pace.writeMs, mayLogIn }, () => client.getToken()).catch(
      (error) => {
        loggingIn = null
        throw error
      },
    )
    return loggingIn
  }

  const within = (timeoutMs: number) => {
    // Outermost, since a call may have to wait for the one that finds out whether the storage is back.
    const policy = wrap(timeout(timeoutMs, TimeoutStrategy.Aggressive), breaker)
    return <T>(call: () => Promise<T>) =>
      policy.execute(async () => {
        await logIn()
        return await withinLimits({ timeoutMs, mayLogIn }, call)
      })
  }
  const inReadTime = within(pace.readMs)
  const inWriteTime = within(pace.writeMs)

  return {
    read: (key) => inReadTime(() => client.read(key)),
    write: (key, value) => inWriteTime(() => client.write(key, value)),
    remove: (key) => inWriteTime(() => client.delete(key)),
  }
}

/** For the log, without what the other side may have written into an error. */
export function reasonOf(error: unknown): string {
  if (error instanceof FreeStorageError) return error.message
  if (error instanceof BrokenCircuitError) return 'left alone for a while'
  return error instanceof Error ? error.name : 'unknown'
}
