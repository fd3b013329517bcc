import type { InboxEvent } from '../delivery/inbox-event.ts'
import type { InboxStore, LaneLease } from '../delivery/ports.ts'
import { orUnavailable } from './away.ts'
import type { Client } from './client.ts'
import { asStaleWrite, guardEvent, guardLane } from './guards.ts'
import { toInboxEvent } from './inbox-rows.ts'
import { ingest } from './ingest.ts'
import { claimLane, lanesWithWork, releaseLane } from './lanes.ts'
import { pruneInSteps } from './prune-in-steps.ts'
import { runTogether } from './run-together.ts'

/** A waiting event becomes `done` or `failed` in its unit's commit; until then every failed try postpones it and its lane. */
export function createInboxStore(client: Client): InboxStore {
  return {
    ingest: (botId, events, now) => orUnavailable('the inbox', ingest(client, botId, events, now)),
    lanesWithWork: (owner, now, limit) => lanesWithWork(client, owner, now, limit),
    async nextDueAt(now) {
      const lane = await client.lane.findFirst({
        where: { blockedUntil: { gt: now } },
        orderBy: { blockedUntil: 'asc' },
        select: { blockedUntil: true },
      })
      return lane?.blockedUntil ?? null
    },
    claimLane: (lane, owner, now, forMs) => claimLane(client, lane, owner, now, forMs),
    releaseLane: (lease) => releaseLane(client, lease),
    head: (lane, now, limit) => head(client, lane, now, limit),
    postpone: (lease, event, until, error) => postpone(client, lease, event, until, error),
    prune: (before) =>
      pruneInSteps((limit) => client.inboxEvent.deleteMany({ where: { doneAt: { lt: before } }, limit })),
  }
}

async function head(client: Client, lane: string, now: Date, limit: number): Promise<readonly InboxEvent[]> {
  const rows = await client.inboxEvent.findMany({
    where: { status: 'waiting', lane },
    orderBy: { seq: 'asc' },
    take: limit,
    select: { seq: true, lane: true, body: true, receivedAt: true, attempts: true, notBefore: true },
  })
  const notBefore = rows[0]?.notBefore ?? null
  return notBefore !== null && notBefore > now ? [] : rows.map(toInboxEvent)
}

async function postpone(
  client: Client,
  lease: LaneLease,
  event: InboxEvent,
  until: Date,
  error: string,
): Promise<void> {
  try {
    await runTogether(client, (writer) => [
      guardLane(writer, lease, { blockedUntil: until }),
      guardEvent(writer, event, { attempts: event.attempts + 1, notBefore: until, error }),
    ])
  } catch (cause) {
    throw asStaleWrite(cause, `postponing event ${event.seq} of lane ${lease.lane}`)
  }
}
