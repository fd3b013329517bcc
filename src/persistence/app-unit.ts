import type { Stores } from '../app/ports.ts'
import type { InboxEvent, NewInboxEvent } from '../delivery/inbox-event.ts'
import type { OutgoingCall } from '../delivery/outgoing-call.ts'
import type { LaneLease, Unit, WorkTrace } from '../delivery/ports.ts'
import type { Connection, Statement, Writer } from './client.ts'
import { asStaleWrite, guardEvent, guardLane } from './guards.ts'
import { toInboxRow } from './inbox-rows.ts'
import { insertRows } from './insert-rows.ts'
import { CALL_COLUMNS, toCallRow, toStoredCall } from './outbox-rows.ts'
import { runTogether } from './run-together.ts'
import { createReaders, createStores } from './stores/create-stores.ts'
import { createMemory } from './stores/memory.ts'
import { traceUnit } from './trace-unit.ts'
import { createWriteBatch } from './write-batch.ts'

/** Everything one inbox event may read and change. */
export interface AppUnit extends Unit, Stores {
  /** Of the event that is worked. */
  readonly lane: string
  /** For the log. */
  trace(): WorkTrace
}

/**
 * Begins the unit of work of one inbox event. It holds no transaction: reads are answered at once, writes wait for
 * `commit`, which runs them all in one transaction behind the guards.
 * @param now the commit's moment, for the rows' timestamps
 */
export function beginUnit(
  connection: Connection,
  event: InboxEvent,
  lease: LaneLease,
  now: () => Date,
): AppUnit {
  const { client } = connection
  const batch = createWriteBatch()
  const readable = createReaders(connection)
  const ownStores = createStores(client, batch, createMemory(), now)
  const { stores, trace } = traceUnit({ ...ownStores, ...readable })
  const calls: OutgoingCall[] = []
  const raised: NewInboxEvent[] = []
  const recalled: string[] = []
  let committed = false

  const statements = (client: Writer, mark: 'done' | 'failed', at: Date): Statement[] => [
    guardLane(client, lease, { blockedUntil: null }),
    ...batch.statements(client),
    ...recalled.map((id) => supersede(client, id)),
    ...insertRaised(client, raised, at),
    guardEvent(client, event, {
      ...{ status: mark, doneAt: at, notBefore: null },
      // A failed event is kept whole, for whoever looks into it.
      ...(mark === 'done' ? { body: '' } : {}),
    }),
    // Last, so that the lock that keeps the outbox in order is held for the shortest time.
    ...(calls.length === 0 ? [] : connection.serializeOutbox(client)),
    ...insertCalls(client, calls, at),
  ]
  return {
    ...stores,
    lane: lease.lane,
    trace: () => trace(calls.map((call) => call.id)),
    send(call) {
      calls.push(call)
    },
    async recall(stream) {
      const rows = await client.outboxCall.findMany({
        where: { stream, status: { in: ['waiting', 'sending'] } },
        orderBy: { seq: 'asc' },
        select: CALL_COLUMNS,
      })
      const calls = rows.filter((row) => row.status === 'waiting').map(toStoredCall)
      recalled.push(...calls.map((call) => call.id).filter((id) => !recalled.includes(id)))
      return { calls, flying: rows.filter((row) => row.status === 'sending').map((row) => row.id) }
    },
    async recallUnsent(callIds) {
      const rows = await client.outboxCall.findMany({
        where: { id: { in: [...callIds] }, status: 'waiting', maybeTwice: false },
        select: { id: true },
      })
      const ids = rows.map(({ id }) => id)
      recalled.push(...ids.filter((id) => !recalled.includes(id)))
      return ids
    },
    raise(newEvent) {
      raised.push(newEvent)
    },
    async commit(mark) {
      if (committed) throw new Error(`The unit of event ${event.seq} was committed before`)
      committed = true
      try {
        await batch.prepare()
        await runTogether(client, (writer) => statements(writer, mark, now()))
      } catch (error) {
        throw asStaleWrite(error, `event ${event.seq} of lane ${lease.lane}`)
      }
    },
  }
}

/** A single-row update: it fails where the call has left in between. */
function supersede(client: Writer, id: string): Statement {
  return client.outboxCall.update({
    where: { id, status: 'waiting' },
    data: { status: 'superseded', payload: '{}' },
    select: { id: true },
  })
}

function insertRaised(client: Writer, events: readonly NewInboxEvent[], at: Date): Statement[] {
  return insertRows(
    client,
    'inbox_events',
    events.map((event) => toInboxRow(event, null, at)),
  )
}

function insertCalls(client: Writer, calls: readonly OutgoingCall[], at: Date): Statement[] {
  return insertRows(
    client,
    'outbox_calls',
    calls.map((call) => toCallRow(call, at)),
  )
}
