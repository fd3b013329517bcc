import { StaleWriteError, UnavailableError } from '../domain/errors.ts'
import { type Backoff, backoffMs } from './backoff.ts'
import type { InboxEvent } from './inbox-event.ts'
import type { Meters } from './meters.ts'
import type { AfterCommit, Clock, InboxStore, LaneLease, Log, Unit, WorkTrace } from './ports.ts'

/** Tries while somebody can't be reached, a minute apart at last: half a day. */
const MOST_TRIES_UNAVAILABLE = 720

export interface EventWork<U extends Unit> {
  readonly inbox: Pick<InboxStore, 'postpone'>
  readonly clock: Clock
  readonly log: Log
  readonly meters: Meters
  readonly traceOf: (unit: U) => WorkTrace
  /** A fresh unit of work for one try. */
  readonly begin: (event: InboxEvent, lease: LaneLease) => U
  /** Collects in the unit what the event changes. */
  readonly handle: (event: InboxEvent, unit: U) => Promise<AfterCommit>
  /** Collects what is to be told when the event cannot be handled. */
  readonly giveUp: (event: InboxEvent, unit: U, error: unknown) => Promise<AfterCommit>
  /** Was it the database that was away? Then nothing is said about the event, and no try is counted. */
  readonly isAway: (error: unknown) => boolean
  readonly maxAttempts: number
  readonly backoff: Backoff
  readonly random: () => number
}

export type EventEnd =
  | { readonly kind: 'committed'; readonly mark: 'done' | 'failed' }
  /** Nothing was written: the lane has to be read again. */
  | { readonly kind: 'stale'; readonly error: StaleWriteError }
  /** The lane waits until then. */
  | { readonly kind: 'postponed'; readonly until: Date }

/**
 * Works one event: handled and committed as done; or postponed after an error; or, after the last try, given up
 * and committed as failed, so that it does not block its lane.
 * @throws whatever the store throws when it is away, or when not even that could be written
 */
export async function workEvent<U extends Unit>(
  work: EventWork<U>,
  event: InboxEvent,
  lease: LaneLease,
): Promise<EventEnd> {
  return await unlessStale(async () => {
    try {
      await runTry(work, event, lease, 'done', work.handle)
      return { kind: 'committed', mark: 'done' }
    } catch (error) {
      if (error instanceof StaleWriteError || work.isAway(error)) throw error
      return await afterError(work, event, lease, error)
    }
  })
}

/** An event whose rows keep moving on under it is treated as one that failed. */
export async function afterTooManyStaleTries<U extends Unit>(
  work: EventWork<U>,
  event: InboxEvent,
  lease: LaneLease,
  error: StaleWriteError,
): Promise<EventEnd> {
  return await unlessStale(() => afterError(work, event, lease, error))
}

async function unlessStale(run: () => Promise<EventEnd>): Promise<EventEnd> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof StaleWriteError) return { kind: 'stale', error }
    throw error
  }
}

/** Tried again later, or given up after the last try. */
async function afterError<U extends Unit>(
  work: EventWork<U>,
  event: InboxEvent,
  lease: LaneLease,
  error: unknown,
): Promise<EventEnd> {
  const { log, clock } = work
  const attempts = event.attempts + 1
  const fields = { err: error, lane: event.lane, seq: event.seq, attempts }
  const most = error instanceof UnavailableError ? MOST_TRIES_UNAVAILABLE : work.maxAttempts
  if (attempts >= most) {
    log.error(fields, 'Event given up')
    return await giveUp(work, event, lease, error)
  }
  log.warn(fields, 'Event failed, tried again later')
  const until = new Date(clock.now().getTime() + backoffMs(attempts, work.backoff, work.random))
  await work.inbox.postpone(lease, event, until, describe(error))
  return { kind: 'postponed', until }
}

async function giveUp<U extends Unit>(
  work: EventWork<U>,
  event: InboxEvent,
  lease: LaneLease,
  error: unknown,
): Promise<EventEnd> {
  try {
    await runTry(work, event, lease, 'failed', (given, unit) => work.giveUp(given, unit, error))
    return { kind: 'committed', mark: 'failed' }
  } catch (second) {
    if (second instanceof StaleWriteError || work.isAway(second)) throw second
    work.log.error(
      { err: second, lane: event.lane, seq: event.seq },
      'Nobody could be told of a failed event',
    )
    await work.begin(event, lease).commit('failed')
    return { kind: 'committed', mark: 'failed' }
  }
}

async function runTry<U extends Unit>(
  work: EventWork<U>,
  event: InboxEvent,
  lease: LaneLease,
  mark: 'done' | 'failed',
  collect: (event: InboxEvent, unit: U) => Promise<AfterCommit>,
): Promise<void> {
  const unit = work.begin(event, lease)
  const afterCommit = await collect(event, unit)
  const collectedAt = performance.now()
  await unit.commit(mark)
  work.meters.committed(performance.now() - collectedAt)
  const { isNotable, fields } = work.traceOf(unit)
  work.log[isNotable ? 'info' : 'debug']({ ...nameOf(event), mark, ...fields }, 'Event worked')
  for (const run of afterCommit) {
    try {
      run()
    } catch (error) {
      work.log.error({ err: error, lane: event.lane, seq: event.seq }, 'Something after a commit threw')
    }
  }
}

/** An update's number ties the line to the one that tells of its arrival. */
function nameOf({ seq, lane, body }: InboxEvent): object {
  const { kind } = body
  return { seq, lane, kind, ...(kind === 'update' ? { updateId: body.update.update_id } : {}) }
}

/** Long enough to find the trouble, short enough for a row. */
function describe(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return text.slice(0, 2_000)
}
