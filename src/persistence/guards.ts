import type { InboxEvent } from '../delivery/inbox-event.ts'
import type { LaneLease } from '../delivery/ports.ts'
import { StaleWriteError } from '../domain/errors.ts'
import { prismaErrorCode, type Statement, type Writer } from './client.ts'
import type { Prisma } from './generated/sqlite/client.ts'

/**
 * Guards are single-row updates that fail where the row has moved on, and their batch with them (`updateMany` would change
 * nothing and let the batch commit). The lease's end needs no guard: a takeover makes the fence grow, and without one
 * nobody else has worked the lane.
 */
export function guardLane(client: Writer, lease: LaneLease, data: Prisma.LaneUpdateInput): Statement {
  const { lane, owner, fence } = lease
  return client.lane.update({ where: { key: lane, owner, fence }, data, select: { key: true } })
}

/** Fails where the event has been finished already. */
export function guardEvent(client: Writer, event: InboxEvent, data: Prisma.InboxEventUpdateInput): Statement {
  return client.inboxEvent.update({
    where: { seq: event.seq, status: 'waiting' },
    data,
    select: { seq: true },
  })
}

/** P2025: a guarded row has moved on. P2002: somebody inserted the same first. P2034: a deadlock or write conflict. */
const STALE = ['P2025', 'P2002', 'P2034']

/** What a failed batch is to be thrown as: StaleWriteError where fresh data would let it through, else the error itself. */
export function asStaleWrite(error: unknown, what: string): unknown {
  const code = prismaErrorCode(error)
  return code !== null && STALE.includes(code) ? new StaleWriteError(what, { cause: error }) : error
}
