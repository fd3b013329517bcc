import type { Stores } from '../app/ports.ts'
import type { Catalog } from '../domain/catalog.ts'
import type { Draft, KeptMessage } from '../domain/intake/draft.ts'
import { isMedia, type MediaContent, type MessageContent } from '../domain/message-content.ts'
import type { Agent, Customer } from '../domain/people.ts'
import type { Rating } from '../domain/rating.ts'
import { TICKET_STATUSES, type Ticket, type TicketStatus } from '../domain/ticket.ts'
import type { AttachedFile, TicketMessage } from '../domain/ticket-message.ts'
import { formatTicketNumber } from '../domain/ticket-number.ts'
import { formatDay } from '../texts/format-moment.ts'
import type { TextsFor } from '../texts/texts.ts'
import { dataOf } from './export-data.ts'
import { exportPage } from './export-page.ts'

/** In the archive, or what became of it instead. */
export type Fate = 'there' | 'too-big' | 'gone' | 'unavailable' | 'no-room'

export interface ExportDeps {
  readonly stores: Stores
  readonly textsFor: TextsFor
  readonly catalog: Catalog
  readonly timeZone: string
  readonly now: () => Date
}

export interface ExportedFile {
  readonly fileId: string
  readonly fileUniqueId: string
  readonly size: number | null
  /** In the archive. */
  readonly path: string
}

/** What a customer may see of a ticket: no notes, and agents by the names they chose. */
export interface ExportedTicket {
  readonly ticket: Ticket
  readonly attachments: readonly (AttachedFile & { readonly path: string })[]
  readonly messages: readonly ExportedMessage[]
  readonly history: readonly { readonly status: TicketStatus; readonly at: Date }[]
  readonly rating: Rating | null
}

export interface ExportedMessage {
  readonly author: 'customer' | 'agent'
  /** Null: of the customer, or of an agent who has chosen none. */
  readonly agentName: string | null
  readonly content: MessageContent
  /** In the archive; null: no file in it. */
  readonly path: string | null
  readonly at: Date
  readonly editedAt: Date | null
}

/** All that is kept of a customer. */
export interface Kept {
  readonly customer: Customer
  readonly tickets: readonly ExportedTicket[]
  readonly draft: Draft | null
  readonly parked: readonly KeptMessage[]
  /** Of the draft and of what is parked. */
  readonly looseFiles: readonly { readonly fileName: string | null; readonly path: string }[]
  readonly madeAt: Date
}

/** Reads all that is kept of a customer; null: they are not known (any more). */
export async function readExport(deps: ExportDeps, customerId: string) {
  const { stores } = deps
  const customer = await stores.customers.byId(customerId)
  if (customer === null) return null
  const files = new Map<string, ExportedFile>()
  const tickets: ExportedTicket[] = []
  for (const ticket of await stores.tickets.allOf(customerId))
    tickets.push(await readTicket(stores, ticket, files))
  const draft = await stores.drafts.of(customerId)
  const parked = (await stores.drafts.parkedOf(customerId))?.messages ?? []
  const loose = [...(draft?.kept ?? []), ...parked].flatMap(({ content }) =>
    isMedia(content) ? [content] : [],
  )
  const looseFiles = [...(draft?.attachments ?? []), ...loose].map((file) => ({
    fileName: file.fileName,
    path: placeFile(files, 'draft', file),
  }))
  const kept: Kept = { customer, tickets, draft, parked, looseFiles, madeAt: deps.now() }
  const t = deps.textsFor(customer.language)
  return {
    name: `${t.plain('export-file-name')}-${formatDay(kept.madeAt, deps.timeZone)}.zip`,
    files: [...files.values()],
    describe(fates: ReadonlyMap<string, Fate>) {
      const left = [...fates.values()].filter((fate) => fate !== 'there').length
      const caption = [t.html('export-caption')]
      if (left > 0) caption.push(t.html('export-left-out', { count: left }))
      const data = `${JSON.stringify(dataOf(kept, fates), null, 2)}\n`
      const documents = [
        { path: 'index.html', text: exportPage(t, deps.catalog, deps.timeZone, kept, fates) },
        { path: 'data.json', text: data },
      ]
      return { documents, caption: caption.join('\n\n') }
    },
  }
}

async function readTicket(
  stores: Stores,
  ticket: Ticket,
  files: Map<string, ExportedFile>,
): Promise<ExportedTicket> {
  const number = formatTicketNumber(ticket.number)
  const attachments = await stores.tickets.attachmentsOf(ticket.id)
  const placed = attachments.map((file) => ({ ...file, path: placeFile(files, number, file) }))
  const messages: ExportedMessage[] = []
  for (const message of await stores.messages.of(ticket.id)) {
    if (message.author === 'note' || message.retractedAt !== null) continue
    const agent = message.agentId === null ? null : await stores.agents.byId(message.agentId)
    messages.push(readMessage(message, message.author, agent, number, files))
  }
  const events = await stores.events.of(ticket.id)
  const history = events.flatMap(({ kind, after, at }) => {
    const status = TICKET_STATUSES.find((one) => one === after)
    // A tag, say, may be the very word.
    if (kind !== 'opened' && kind !== 'status-changed') return []
    return status === undefined ? [] : [{ status, at }]
  })
  return { ticket, attachments: placed, messages, history, rating: await stores.ratings.of(ticket.id) }
}

function readMessage(
  message: TicketMessage,
  author: 'customer' | 'agent',
  agent: Agent | null,
  number: string,
  files: Map<string, ExportedFile>,
): ExportedMessage {
  const { content, createdAt: at, editedAt } = message
  const path = isMedia(content) ? placeFile(files, number, content) : null
  return { author, agentName: agent?.displayName ?? null, content, path, at, editedAt }
}

const EXTENSIONS: Readonly<Record<MediaContent['kind'], string>> = {
  photo: 'jpg',
  document: 'bin',
  video: 'mp4',
  animation: 'mp4',
  audio: 'mp3',
  voice: 'oga',
  video_note: 'mp4',
  sticker: 'webp',
}

/** A name of our own, whatever the sender called it. The same file has one place. */
function placeFile(
  files: Map<string, ExportedFile>,
  where: string,
  file: Pick<MediaContent, 'kind' | 'fileId' | 'fileUniqueId' | 'fileName' | 'size'>,
): string {
  const known = files.get(file.fileUniqueId)
  if (known !== undefined) return known.path
  const extension = /\.([a-z0-9]{1,5})$/i.exec(file.fileName ?? '')?.[1] ?? EXTENSIONS[file.kind]
  const path = `files/${where}-${files.size + 1}.${extension.toLowerCase()}`
  const { fileId, fileUniqueId, size } = file
  files.set(fileUniqueId, { fileId, fileUniqueId, size, path })
  return path
}
