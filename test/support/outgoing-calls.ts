import type { OutgoingCall, StoredCall } from '../../src/delivery/outgoing-call.ts'
import type { Database } from '../../src/persistence/open-database.ts'

let made = 0

/** A text to a customer, unless told otherwise. */
export function aCall(overrides: Partial<OutgoingCall> = {}): OutgoingCall {
  made += 1
  const chatId = overrides.chatId ?? 1001
  return {
    id: `call-${made}`,
    chatId,
    stream: `${chatId}`,
    method: 'sendMessage',
    payload: { chat_id: chatId, text: `Text ${made}` },
    priority: 1,
    policy: 'at-least-once',
    notBefore: null,
    coalesceKey: null,
    albumKey: null,
    albumIndex: 0,
    subject: null,
    report: null,
    roomPercent: null,
    ...overrides,
  }
}

/** The same as the store keeps it. */
export function aStoredCall(overrides: Partial<StoredCall> = {}): StoredCall {
  const call = aCall(overrides)
  return {
    ...call,
    seq: made,
    status: 'waiting',
    attempts: 0,
    maybeTwice: false,
    sender: null,
    createdAt: new Date(0),
    heldAt: null,
    ...overrides,
  }
}

/** Puts calls into the outbox the way handlers do: as the changes of one inbox event. */
export async function putCalls(
  database: Database,
  calls: readonly OutgoingCall[],
  now: () => Date,
): Promise<void> {
  const lane = 'test'
  await database.inbox.ingest(1, [{ lane, body: { kind: 'due', job: 'put-calls', data: null } }], now())
  const lease = await database.inbox.claimLane(lane, 'test', now(), 60_000)
  const [event] = await database.inbox.head(lane, now(), 1)
  if (!lease || !event) throw new Error('The lane of the test is not free')
  const unit = database.beginUnit(event, lease, now)
  for (const call of calls) unit.send(call)
  await unit.commit('done')
}
