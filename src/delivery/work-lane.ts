import type { InboxEvent } from './inbox-event.ts'
import type { LaneLeases } from './lane-leases.ts'
import type { InboxStore, LaneLease, Unit } from './ports.ts'
import { afterTooManyStaleTries, type EventEnd, type EventWork, workEvent } from './work-event.ts'

/** Events read at once; after so many another lane gets its turn. */
const TURN = 20
/** Fresh tries of one event whose rows moved on meanwhile, before it counts as an error. */
const MOST_STALE_TRIES = 10

export interface LaneWork<U extends Unit> extends EventWork<U> {
  readonly inbox: Pick<InboxStore, 'postpone' | 'head'>
  readonly onCommitted: () => void
  readonly onWorked?: (event: InboxEvent, ms: number) => void
}

export type LaneEnd =
  /** Nothing (more) to do now. */
  | { readonly kind: 'rest'; readonly committed: number }
  /** There may be more: it goes to the end of the queue. */
  | { readonly kind: 'more'; readonly committed: number }
  | { readonly kind: 'postponed'; readonly until: Date; readonly committed: number }

/**
 * Works one lane in order for one turn.
 * @param stopping once true, no further event is begun
 */
export async function workLane<U extends Unit>(
  work: LaneWork<U>,
  leases: LaneLeases,
  lane: string,
  stopping: () => boolean,
): Promise<LaneEnd> {
  let committed = 0
  let staleTries = 0
  let lease = await leases.hold(lane)
  while (lease && !stopping()) {
    const events = await work.inbox.head(lane, work.clock.now(), TURN)
    if (events.length === 0) return { kind: 'rest', committed }
    const turn = await workEvents(events)
    if (turn === 'ended') break
    if (turn === 'all') return { kind: events.length === TURN ? 'more' : 'rest', committed }
    if (turn.kind === 'postponed') return { ...turn, committed }
    // Stale: perhaps the lane has gone to another owner, and the event with it.
    staleTries += 1
    lease = await leases.renew(lane)
  }
  return { kind: 'rest', committed }

  async function workEvents(events: readonly InboxEvent[]) {
    for (const event of events) {
      // Without its lease the lane belongs to another owner.
      const held = stopping() ? null : await leases.hold(lane)
      if (!held) return 'ended'
      const begunAt = performance.now()
      const end = await workOne(event, held)
      const ms = performance.now() - begunAt
      work.meters.worked(event.body.kind, end.kind === 'committed' ? end.mark : end.kind, ms)
      if (end.kind !== 'committed') return end
      work.onWorked?.(event, ms)
      committed += 1
      staleTries = 0
      work.onCommitted()
    }
    return 'all'
  }

  async function workOne(event: InboxEvent, held: LaneLease): Promise<EventEnd> {
    const end = await workEvent(work, event, held)
    if (end.kind !== 'stale' || staleTries < MOST_STALE_TRIES) return end
    const last = await afterTooManyStaleTries(work, event, held, end.error)
    // Not even that could be written: the lane rests, and its trouble is logged.
    if (last.kind === 'stale') throw last.error
    return last
  }
}
