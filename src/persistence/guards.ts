import type { InboxEvent } from '../delivery/inbox-event.ts'
import type { LaneLease } from '../delivery/ports.ts'
import { StaleWriteError } from '../domain/errors.ts'
import { prismaErrorCode, type Statement, type Writer } from './client.ts'
import type { Columns } from './insert-rows.ts'
import { updateRow } from './update-row.ts'

/**
 * Guards are updates of one row that fail where it has moved on, and their transaction with them (`updateMany` would change
 * nothing and let it commit). The lease's end needs no guard: a takeover makes the fence grow, and without one nobody else has
 * worked the lane.
 */
export function guardLane(
  client: Writer,
  { lane, owner, fence }: LaneLease,
  data: { readonly blockedUntil: Date | null },
): Statement {
  return updateRow(client, 'lanes', data, { key: lane, owner, fence })
}

/** Fails where the event has been finished already. */
export function guardEvent<Data extends Columns<Data>>(
  client: Writer,
  { seq }: InboxEvent,
  data: Data,
): Statement {
  return updateRow(client, 'inbox_events', data, { seq, status: 'waiting' })
}

/** P2025: a guarded row has moved on. P2002: somebody inserted the same first. P2034: a deadlock or write conflict. */
const STALE = ['P2025', 'P2002', 'P2034']

/** What a failed batch is to be thrown as: StaleWriteError where fresh data would let it through, else the error itself. */
export function asStaleWrite(error: unknown, what: string): unknown {
  const code = prismaErrorCode(error)
  return code !== null && STALE.includes(code) ? new StaleWriteError(what, { cause: error }) : error
}
