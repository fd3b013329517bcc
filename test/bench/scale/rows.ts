import { hostname } from 'node:os'
import type { GrownCustomer, GrownDesk, GrownTicket } from './grown-desk.ts'

export type Row = Readonly<Record<string, string | number | boolean | Date | null>>

export interface TableRows {
  readonly table: string
  readonly rows: Iterable<Row>
}

/** What finished inbox and outbox rows are kept for. */
const TAIL_MS = 2 * 86_400_000
const WORDS =
  'заказ обещали привезти вчера курьер не позвонил деньги списали дважды вернуть товар коробка помята прошу проверить статус доставки спасибо жду ответа'.split(
    ' ',
  )

/** The desk's tables, parents first. Each row is made when it is asked for. */
export function rowsOf(desk: GrownDesk): readonly TableRows[] {
  return [
    { table: 'staff_groups', rows: [{ chatId: desk.staffChatId, title: 'Support', isForum: true }] },
    {
      table: 'agents',
      rows: desk.agents.map((agent) => ({ ...agent, displayName: 'Мария', createdAt: desk.now })),
    },
    { table: 'customers', rows: map(desk.customers, (customer) => customerRow(desk, customer)) },
    { table: 'tickets', rows: map(desk.tickets, (ticket) => ticketRow(desk, ticket)) },
    { table: 'staff_threads', rows: map(desk.tickets, (ticket) => threadRow(desk, ticket)) },
    { table: 'ticket_events', rows: flatMap(desk.tickets, (ticket) => eventRows(desk, ticket)) },
    { table: 'attachments', rows: flatMap(desk.tickets, (ticket) => attachmentRows(desk, ticket)) },
    ...talkRows(desk),
    { table: 'lanes', rows: laneRows(desk) },
    { table: 'inbox_events', rows: map(tail(desk, 0.3), (at) => inboxRow(desk, at)) },
    { table: 'outbox_calls', rows: map(tail(desk, 0.5), (at) => outboxRow(desk, at)) },
  ]
}

function customerRow(desk: GrownDesk, { id, telegramId }: GrownCustomer): Row {
  const name = { firstName: 'Анна', lastName: desk.nameCustomer?.() ?? null, username: null }
  const language = { language: 'ru', languageChosen: false }
  return {
    id,
    telegramId,
    ...name,
    ...language,
    consentAt: desk.now,
    unreachableSince: null,
    createdAt: desk.now,
  }
}

function ticketRow(desk: GrownDesk, ticket: GrownTicket): Row {
  const { id, number, status, createdAt, endedAt } = ticket
  const resolvedAt =
    status === 'resolved' ? new Date(desk.now.getTime() - 86_400_000 * desk.random()) : endedAt
  return {
    ...{ id, number, status, createdAt, endedAt, resolvedAt },
    customerId: ticket.customer.id,
    categoryId: 'delivery',
    problemId: 'late',
    orderNumber: '12345678-0001',
    description: words(desk),
    priority: 'standard',
    replyChannel: 'telegram',
    assigneeId: status === 'new' ? null : agentOf(desk).id,
    precededById: null,
    promisedAt: new Date(createdAt.getTime() + 86_400_000),
    version: 4,
  }
}

function threadRow(desk: GrownDesk, { id, topicId }: GrownTicket): Row {
  return {
    ticketId: id,
    chatId: desk.staffChatId,
    topicId,
    topicCallId: null,
    cardCallId: desk.newId(),
    cardMessageId: topicId + 1,
  }
}

function* eventRows(desk: GrownDesk, ticket: GrownTicket): Iterable<Row> {
  const event = (kind: string, before: string | null, after: string) => ({
    ...{ id: desk.newId(), ticketId: ticket.id, kind, actor: 'system', before, after, at: ticket.createdAt },
  })
  yield event('opened', null, 'new')
  if (ticket.status === 'new') return
  yield event('assigned', null, agentOf(desk).id)
  yield event('status-changed', 'new', 'open')
  if (ticket.endedAt !== null) yield event('status-changed', 'open', ticket.status)
}

function* attachmentRows(desk: GrownDesk, ticket: GrownTicket): Iterable<Row> {
  if (desk.random() > 0.3) return
  const count = 1 + Math.floor(desk.random() * 5)
  const albumId = count === 1 ? null : String(Math.floor(desk.random() * 1e16))
  for (let position = 0; position < count; position += 1) {
    const file = {
      fileId: desk.newId().repeat(6),
      fileUniqueId: desk.newId(),
      fileName: null,
      mimeType: null,
      size: 100_000,
    }
    const sourceMessageId = nextMessage(ticket.customer)
    yield {
      id: desk.newId(),
      ticketId: ticket.id,
      position,
      kind: 'photo',
      ...file,
      caption: null,
      albumId,
      sourceMessageId,
    }
  }
}

/** The talk of all tickets, and where each message stands on the other side. */
function talkRows(desk: GrownDesk): readonly TableRows[] {
  const links: Row[] = []
  const staffMessages = { last: desk.tickets.length * 20 + 100 }
  const messages = flatMap(desk.tickets, (ticket) => messageRows(desk, ticket, staffMessages, links))
  return [
    { table: 'ticket_messages', rows: messages },
    { table: 'message_links', rows: links },
  ]
}

function* messageRows(
  desk: GrownDesk,
  ticket: GrownTicket,
  staffMessages: { last: number },
  links: Row[],
): Iterable<Row> {
  const { customer } = ticket
  links.push({ chatId: desk.staffChatId, messageId: ticket.topicId + 1, subject: `c:${ticket.id}` })
  links.push({ chatId: customer.telegramId, messageId: nextMessage(customer), subject: `n:${ticket.id}` })
  for (let index = 0; index < ticket.messages; index += 1) {
    const id = desk.newId()
    const byCustomer = index % 2 === 0
    staffMessages.last += 1
    const own = nextMessage(customer)
    if (ticket.firstMessageId === 0) ticket.firstMessageId = own
    const subject = `m:${ticket.id}:${id}`
    links.push(
      byCustomer
        ? { chatId: desk.staffChatId, messageId: staffMessages.last, subject }
        : { chatId: customer.telegramId, messageId: own, subject },
    )
    const content = { kind: 'text', body: { text: words(desk), entities: [] } }
    yield {
      ...{ id, ticketId: ticket.id, author: byCustomer ? 'customer' : 'agent' },
      agentId: byCustomer ? null : agentOf(desk).id,
      content: JSON.stringify(content),
      replyToId: null,
      albumId: null,
      sourceChatId: byCustomer ? customer.telegramId : desk.staffChatId,
      sourceMessageId: byCustomer ? own : staffMessages.last,
      mirrorCallId: desk.newId(),
      createdAt: new Date(ticket.createdAt.getTime() + index * 600_000),
      editedAt: null,
      retractedAt: null,
    }
  }
}

/** Every chat and topic has been worked once by a process that is gone. */
function* laneRows(desk: GrownDesk): Iterable<Row> {
  const held = { owner: `${hostname()}:4190000:grown`, fence: 3, leaseUntil: desk.now, blockedUntil: null }
  for (const { telegramId } of desk.customers) yield { key: `private:${telegramId}`, ...held }
  for (const { topicId } of desk.tickets) yield { key: `topic:${desk.staffChatId}:${topicId}`, ...held }
}

/** Moments of the last two days; `share`: of the number of tickets. */
function* tail(desk: GrownDesk, share: number): Iterable<Date> {
  const count = Math.round(desk.tickets.length * share)
  for (let index = 0; index < count; index += 1) {
    yield new Date(desk.now.getTime() - TAIL_MS * (1 - index / count))
  }
}

function inboxRow(desk: GrownDesk, at: Date): Row {
  const updateId = 100_000 + Math.floor(at.getTime() / 1_000) * 10 + Math.floor(desk.random() * 1e9) * 1e5
  const event = { botId: 123456789, updateId, lane: `private:${customerOf(desk).telegramId}`, body: '' }
  return { ...event, status: 'done', attempts: 0, notBefore: null, error: null, receivedAt: at, doneAt: at }
}

function outboxRow(desk: GrownDesk, at: Date): Row {
  const { telegramId } = customerOf(desk)
  const isSuperseded = desk.random() < 0.1
  const call = {
    id: desk.newId(),
    chatId: telegramId,
    stream: `chat:${telegramId}`,
    method: 'sendMessage',
    payload: '{}',
  }
  const rules = {
    priority: 1,
    policy: 'at-least-once',
    notBefore: null,
    coalesceKey: null,
    albumKey: null,
    albumIndex: 0,
  }
  const end = isSuperseded
    ? { status: 'superseded', attempts: 0, result: null, attemptedAt: null, settledAt: null }
    : { status: 'sent', attempts: 1, result: '{"message_id":5}', attemptedAt: at, settledAt: at }
  return {
    ...call,
    ...rules,
    subject: null,
    report: null,
    maybeTwice: false,
    error: null,
    createdAt: at,
    ...end,
  }
}

const agentOf = (desk: GrownDesk) => pick(desk.agents, desk.random)
const customerOf = (desk: GrownDesk) => pick(desk.customers, desk.random)

function pick<T>(items: readonly T[], random: () => number): T {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('Nothing to pick from')
  return item
}

function nextMessage(customer: GrownCustomer): number {
  customer.lastMessageId += 1
  return customer.lastMessageId
}

/** People repeat themselves: making a text is slower than storing it. */
const TEXTS = Array.from({ length: 997 }, (_, index) =>
  Array.from({ length: 3 + (index % 30) }, (_, word) => WORDS[(index * 7 + word * 5) % WORDS.length]).join(
    ' ',
  ),
)

function words(desk: GrownDesk): string {
  return desk.say?.() ?? pick(TEXTS, desk.random)
}

function* map<T>(items: Iterable<T>, build: (item: T) => Row): Iterable<Row> {
  for (const item of items) yield build(item)
}

function* flatMap<T>(items: Iterable<T>, build: (item: T) => Iterable<Row>): Iterable<Row> {
  for (const item of items) yield* build(item)
}
