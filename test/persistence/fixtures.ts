import type { NewInboxEvent } from '../../src/delivery/inbox-event.ts'
import type { OutgoingCall, StoredCall } from '../../src/delivery/outgoing-call.ts'
import type { LaneLease } from '../../src/delivery/ports.ts'
import type { Customer } from '../../src/domain/people.ts'
import type { Ticket } from '../../src/domain/ticket.ts'
import type { Attachment, TicketMessage } from '../../src/domain/ticket-message.ts'
import type { AppUnit, Database } from '../../src/persistence/open-database.ts'

export const BOT = 7_000_000_001
export const GROUP = -1_001_234_567_890
export const NOON = new Date('2026-11-02T12:00:00.000Z')

/** `seconds` after noon. */
export function at(seconds: number): Date {
  return new Date(NOON.getTime() + seconds * 1000)
}

export function anUpdate(updateId: number, lane = 'private:1'): NewInboxEvent {
  return { lane, body: { kind: 'update', update: { update_id: updateId, message: { text: 'Привет' } } } }
}

export function aCustomer(changes: Partial<Customer> = {}): Customer {
  return {
    id: 'customer-1',
    telegramId: 5_000_000_001,
    firstName: 'Анна',
    lastName: null,
    username: 'anna',
    language: 'ru',
    languageChosen: false,
    consentAt: NOON,
    pace: null,
    shopCustomerId: null,
    email: null,
    deletionAt: null,
    exportedAt: null,
    bannedUntil: null,
    banReason: null,
    banToldAt: null,
    unreachableSince: null,
    createdAt: NOON,
    ...changes,
  }
}

export function aTicket(changes: Partial<Ticket> = {}): Ticket {
  return {
    id: 'ticket-1',
    number: '123456',
    customerId: 'customer-1',
    categoryId: 'delivery',
    problemId: 'late',
    orderNumber: null,
    description: 'Где посылка?',
    status: 'new',
    priority: 'standard',
    replyChannel: 'telegram',
    replyTo: null,
    assigneeId: null,
    precededById: null,
    mergedIntoId: null,
    createdAt: NOON,
    promisedAt: at(3600),
    resolveBy: at(7200),
    slaNextAt: null,
    slaTold: '',
    resolvedAt: null,
    firstReplyAt: null,
    delayedUntil: null,
    closingToldAt: null,
    endedAt: null,
    strippedAt: null,
    version: 1,
    ...changes,
  }
}

export function anAttachment(changes: Partial<Attachment> = {}): Attachment {
  return {
    id: 'attachment-1',
    ticketId: 'ticket-1',
    position: 0,
    kind: 'photo',
    fileId: 'file',
    fileUniqueId: 'unique',
    fileName: null,
    mimeType: null,
    size: 3_000_000_000,
    caption: null,
    albumId: null,
    sourceMessageId: 10,
    ...changes,
  }
}

export function aMessage(changes: Partial<TicketMessage> = {}): TicketMessage {
  return {
    id: 'message-1',
    ticketId: 'ticket-1',
    author: 'customer',
    agentId: null,
    content: { kind: 'text', body: { text: 'Жду ответа', entities: [] } },
    replyToId: null,
    albumId: null,
    sourceChatId: 5_000_000_001,
    sourceMessageId: 20,
    mirrorCallId: null,
    createdAt: NOON,
    editedAt: null,
    retractedAt: null,
    sharesMirror: false,
    ...changes,
  }
}

export function aCall(id: string, changes: Partial<OutgoingCall> = {}): OutgoingCall {
  return {
    id,
    chatId: GROUP,
    stream: `${GROUP}:ticket-1`,
    method: 'sendMessage',
    payload: { chat_id: GROUP, text: id },
    priority: 1,
    policy: 'at-least-once',
    notBefore: null,
    coalesceKey: null,
    albumKey: null,
    albumIndex: 0,
    subject: null,
    report: null,
    roomPercent: null,
    ...changes,
  }
}

/** The lease of a lane that nobody else holds. */
export async function claim(
  database: Database,
  lane: string,
  owner = 'worker-1',
  now = NOON,
): Promise<LaneLease> {
  const lease = await database.inbox.claimLane(lane, owner, now, 30_000)
  if (!lease) throw new Error(`${lane} is taken`)
  return lease
}

let nextUpdateId = 1_000_000

/** A unit working a new update of a lane. */
export async function aUnit(database: Database, lane = 'private:1', now = NOON): Promise<AppUnit> {
  await database.inbox.ingest(BOT, [anUpdate(nextUpdateId++, lane)], now)
  const lease = await claim(database, lane, 'worker-1', now)
  const [event] = await database.inbox.head(lane, now, 1)
  if (!event) throw new Error(`${lane} has no work`)
  return database.beginUnit(event, lease, () => now)
}

/** Commits what `write` puts into a unit of its own. */
export async function commitUnit(
  database: Database,
  write: (unit: AppUnit) => void,
  lane?: string,
): Promise<void> {
  const unit = await aUnit(database, lane)
  write(unit)
  await unit.commit('done')
}

/** Puts calls into the outbox and returns them as stored. */
export async function putCalls(database: Database, ...calls: OutgoingCall[]): Promise<StoredCall[]> {
  await commitUnit(database, (unit) => {
    for (const call of calls) unit.send(call)
  })
  const stored = await database.outbox.waiting(0, 1000)
  return calls.map((call) => {
    const found = stored.find((candidate) => candidate.id === call.id)
    if (!found) throw new Error(`${call.id} is not stored`)
    return found
  })
}
