import type { ErasureStore, ForgottenPerson, StrippedWords } from '../../app/privacy-ports.ts'
import { type CallStatus, QUEUES } from '../../delivery/outgoing-call.ts'
import type { TicketEventKind } from '../../domain/ticket-message.ts'
import type { Client } from '../client.ts'
import type { SearchWriter } from '../search/search-writer.ts'
import type { WriteBatch } from '../write-batch.ts'

/** Named one by one, so that the index that begins with them is of use. */
const ENDED = ['sent', 'failed', 'unknown', 'skipped', 'superseded'] as const satisfies readonly CallStatus[]
const ANY: CallStatus[] = ['waiting', 'sending', ...ENDED]
/** In place of a lane that named a person; a redelivered update is still known by its number. */
const NOBODYS_LANE = 'forgotten'
/** Lines of the audit that hold words of the agents' own. */
const WORDED_EVENTS = ['tagged', 'transfer-reason'] as const satisfies readonly TicketEventKind[]
/** Values in one statement. */
const CHUNK = 500

export function createErasureStore(client: Client, batch: WriteBatch, search: SearchWriter): ErasureStore {
  return {
    async isBusy(chatId, streams) {
      const where = { status: 'sending', OR: [{ chatId }, { stream: { in: [...streams] } }] }
      return (await client.outboxCall.count({ where })) > 0
    },
    filesOnlyOf: (ticketIds) => filesOnlyOf(client, ticketIds),
    async copiesOf(subjects) {
      const pages = chunked(subjects).map((some) =>
        client.messageLink.findMany({
          where: { subject: { in: some }, chatId: { lt: 0 } },
          select: { chatId: true, messageId: true },
        }),
      )
      return (await Promise.all(pages)).flat().map((row) => ({ ...row, chatId: Number(row.chatId) }))
    },
    strip(words) {
      search.ticketsStripped(words.ticketIds)
      return strip(client, batch, words)
    },
    forgetPerson: (person) => forgetPerson(batch, person),
    async forgetRails({ chatId, lane, lastCallId }) {
      const last = await client.outboxCall.findUnique({ where: { id: lastCallId }, select: { seq: true } })
      // Whoever has written again meanwhile is somebody new, whose calls stay.
      const where = { status: { in: [...ENDED] }, chatId, seq: { lte: last?.seq ?? 0 } }
      batch.add((client) => client.outboxCall.deleteMany({ where }))
      blankEvents(batch, lane)
      // Whoever works it just now takes it anew: the guard of their commit finds it gone.
      batch.add((client) => client.lane.deleteMany({ where: { key: lane } }))
    },
  }
}

async function filesOnlyOf(client: Client, ticketIds: readonly string[]): Promise<readonly string[]> {
  const select = { fileUniqueId: true }
  const ours = { ticketId: { in: [...ticketIds] } }
  const rows = await Promise.all([
    client.attachment.findMany({ where: ours, select }),
    client.ticketMessage.findMany({ where: { ...ours, fileUniqueId: { not: null } }, select }),
  ])
  const files = [...new Set(rows.flat().flatMap((row) => row.fileUniqueId ?? []))]
  const only: string[] = []
  for (const some of chunked(files)) {
    const fileUniqueId = { in: some }
    const others = { fileUniqueId, ticketId: { notIn: [...ticketIds] } }
    const [shared, spoken, stored] = await Promise.all([
      client.attachment.findMany({ where: others, select }),
      client.ticketMessage.findMany({ where: others, select }),
      client.storedFile.findMany({ where: { fileUniqueId }, select }),
    ])
    const kept = new Set([...shared, ...spoken].map((row) => row.fileUniqueId))
    only.push(...stored.map((row) => row.fileUniqueId).filter((id) => !kept.has(id)))
  }
  return only
}

async function strip(client: Client, batch: WriteBatch, words: StrippedWords): Promise<void> {
  const ours = { ticketId: { in: [...words.ticketIds] } }
  const threads = await client.staffThread.findMany({ where: ours, select: { chatId: true } })
  const chats = [...new Set(threads.map((row) => row.chatId)), ...QUEUES.files.map(BigInt)]
  batch.add((client) => client.attachment.deleteMany({ where: ours }))
  batch.add((client) => client.ticketMessage.deleteMany({ where: ours }))
  batch.add((client) => client.ticketTag.deleteMany({ where: ours }))
  batch.add((client) =>
    client.ticketEvent.updateMany({
      where: { ...ours, kind: { in: [...WORDED_EVENTS] } },
      data: { before: null, after: null },
    }),
  )
  batch.add((client) => client.rating.updateMany({ where: ours, data: { comment: null } }))
  batch.add((client) => client.macroPreview.deleteMany({ where: ours }))
  batch.add((client) => client.auditEntry.updateMany({ where: ours, data: { reason: null } }))
  for (const subjects of chunked(words.subjects))
    batch.add((client) => client.messageLink.deleteMany({ where: { subject: { in: subjects } } }))
  for (const streams of chunked(words.streams)) {
    const where = { status: { in: ANY }, chatId: { in: chats }, stream: { in: streams } }
    batch.add((client) => client.outboxCall.deleteMany({ where }))
  }
  for (const files of chunked(words.files))
    batch.add((client) => client.storedFile.deleteMany({ where: { fileUniqueId: { in: files } } }))
  for (const orders of chunked(words.orderNumbers))
    batch.add((client) => client.orderFacts.deleteMany({ where: { orderNumber: { in: orders } } }))
}

function forgetPerson(batch: WriteBatch, person: ForgottenPerson): void {
  const { customerId, chatId, lane, shopCustomerId } = person
  batch.add((client) => client.draft.deleteMany({ where: { customerId } }))
  batch.add((client) => client.auditEntry.updateMany({ where: { customerId }, data: { reason: null } }))
  batch.add((client) => client.parked.deleteMany({ where: { customerId } }))
  batch.add((client) => client.conversationState.deleteMany({ where: { key: lane } }))
  batch.add((client) => client.messageLink.deleteMany({ where: { chatId } }))
  batch.add((client) => client.heldChat.deleteMany({ where: { chatId } }))
  if (shopCustomerId !== null)
    batch.add((client) => client.orderFacts.deleteMany({ where: { shopCustomerId } }))
  batch.add((client) => client.outboxCall.deleteMany({ where: { status: { in: ANY }, chatId } }))
  // Mail, questions to the shop, calls in a group that was the tickets' once: whatever was to be reported to the chat was about them.
  const report = { contains: `"lane":${JSON.stringify(lane)}` }
  batch.add((client) => client.outboxCall.deleteMany({ where: { report } }))
  blankEvents(batch, lane)
}

function blankEvents(batch: WriteBatch, lane: string): void {
  const where = { status: { in: ['done', 'failed'] }, lane }
  const data = { lane: NOBODYS_LANE, body: '', error: null }
  batch.add((client) => client.inboxEvent.updateMany({ where, data }))
}

function chunked<T>(values: readonly T[]): T[][] {
  const chunks: T[][] = []
  for (let from = 0; from < values.length; from += CHUNK) chunks.push(values.slice(from, from + CHUNK))
  return chunks
}
