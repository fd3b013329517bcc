import type { TransportAnswer } from '../delivery/ports.ts'
import { isMedia, type MediaContent, type MessageContent } from '../domain/message-content.ts'
import type { Customer } from '../domain/people.ts'
import type { Rating } from '../domain/rating.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { TicketEvent, TicketMessage } from '../domain/ticket-message.ts'
import { formatTicketNumber } from '../domain/ticket-number.ts'
import { agentsIn, isWorkEvent, ticketsIn, type WorkEvent, workWords } from '../texts/work-words.ts'
import type { MadeReport } from './made-report.ts'
import { createAgentNames } from './read-figures.ts'
import type { LeftOut, ReportDeps } from './report-deps.ts'
import { transcriptPage } from './transcript-page.ts'

/** Telegram takes 50 MB; the rest is for the texts. Of the photos as they stand in the page, bytes. https://core.telegram.org/bots/api#sending-files */
const MOST_BYTES = 45 * 1024 * 1024

/** A file of the ticket: in the page as a photo, or named with the reason why it is not. */
export type ShownFile =
  | { readonly kind: 'photo'; readonly address: string; readonly name: string | null }
  | { readonly kind: 'left'; readonly why: LeftOut | 'file'; readonly name: string | null }

export interface TranscriptMessage {
  readonly kind: 'message'
  readonly author: TicketMessage['author']
  /** Of an agent. */
  readonly name: string | null
  readonly content: MessageContent
  readonly file: ShownFile | null
  readonly at: Date
  readonly editedAt: Date | null
  readonly isRetracted: boolean
}

export interface TranscriptEvent {
  readonly kind: 'event'
  readonly event: TicketEvent
  /** Of the agent who did it; null: it was no agent. */
  readonly by: string | null
  /** Of the agent whose ticket it is now. */
  readonly assignee: string | null
  /** What was done, where {@link isWorkEvent} holds. */
  readonly work: string | null
  readonly at: Date
}

export interface Transcript {
  readonly ticket: Ticket
  readonly customer: Customer | null
  readonly assignee: string | null
  readonly rating: Rating | null
  readonly attachments: readonly { readonly file: ShownFile; readonly caption: string | null }[]
  /** In the order it happened. */
  readonly entries: readonly (TranscriptMessage | TranscriptEvent)[]
  readonly madeAt: Date
}

export type NoTranscript = { readonly kind: 'nobody' } | Exclude<TransportAnswer, { kind: 'ok' }>

/** All that was said and done about a ticket, as one file; `nobody`: its words were deleted, or there is no such ticket. */
export async function makeTranscript(
  deps: ReportDeps,
  ticketId: string,
  signal?: AbortSignal,
): Promise<MadeReport | NoTranscript> {
  const { stores, t } = deps
  const ticket = await stores.tickets.byId(ticketId)
  if (ticket === null || ticket.strippedAt !== null) return { kind: 'nobody' }
  const shelf = createPhotoShelf(deps, signal)
  const attachments: Transcript['attachments'][number][] = []
  for (const attachment of await stores.tickets.attachmentsOf(ticketId)) {
    const file = await shelf.show(attachment)
    if (shelf.refusal !== null) return shelf.refusal
    attachments.push({ file, caption: attachment.caption })
  }
  const nameOf = createAgentNames(deps, t)
  const entries: (TranscriptMessage | TranscriptEvent)[] = []
  for (const message of await stores.messages.of(ticketId)) {
    entries.push(await readMessage(message, nameOf, shelf))
    if (shelf.refusal !== null) return shelf.refusal
  }
  for (const event of await stores.events.of(ticketId)) entries.push(await readEvent(deps, event, nameOf))
  const transcript: Transcript = {
    ticket,
    customer: await stores.customers.byId(ticket.customerId),
    assignee: ticket.assigneeId === null ? null : await nameOf(ticket.assigneeId),
    rating: await stores.ratings.of(ticketId),
    attachments,
    entries: entries.toSorted((one, other) => one.at.getTime() - other.at.getTime()),
    madeAt: deps.now(),
  }
  return finish(deps, transcript, shelf.left)
}

function finish(deps: ReportDeps, transcript: Transcript, left: number): MadeReport {
  const { t } = deps
  const number = formatTicketNumber(transcript.ticket.number)
  const caption = [t.html('report-caption-transcript', { number })]
  if (left > 0) caption.push(t.html('transcript-left-out', { count: left }))
  const name = `${t.plain('transcript-file-name')}-${number}.html`
  const parts = transcriptPage(deps, transcript)
  return { kind: 'made', file: { as: 'document', name, parts }, caption: caption.join('\n\n') }
}

type NameOf = (agentId: string) => Promise<string>

async function readMessage(
  message: TicketMessage,
  nameOf: NameOf,
  shelf: PhotoShelf,
): Promise<TranscriptMessage> {
  const { author, agentId, content, createdAt: at, editedAt, retractedAt } = message
  const isRetracted = retractedAt !== null
  return {
    ...{ kind: 'message', author, content, at, editedAt, isRetracted },
    name: agentId === null ? null : await nameOf(agentId),
    file: isMedia(content) && !isRetracted ? await shelf.show(content) : null,
  }
}

async function readEvent(deps: ReportDeps, event: TicketEvent, nameOf: NameOf): Promise<TranscriptEvent> {
  const agent = /^agent:(.+)$/.exec(event.actor)?.[1]
  const assignee = event.kind === 'assigned' && event.after !== null ? await nameOf(event.after) : null
  return {
    kind: 'event',
    event,
    by: agent === undefined ? null : await nameOf(agent),
    assignee,
    work: isWorkEvent(event) ? await readWork(deps, event, nameOf) : null,
    at: event.at,
  }
}

async function readWork(
  { stores, t, catalog }: ReportDeps,
  event: WorkEvent,
  nameOf: NameOf,
): Promise<string> {
  const numbers = new Map<string, string>()
  for (const id of ticketsIn(event)) {
    const ticket = await stores.tickets.byId(id)
    if (ticket !== null) numbers.set(id, ticket.number)
  }
  const agents = new Map<string, string>()
  for (const id of agentsIn(event)) agents.set(id, await nameOf(id))
  const names = { agent: (id: string) => agents.get(id) ?? '—', number: (id: string) => numbers.get(id) }
  return workWords(t, event, { ...names, catalog })
}

type FileOfTicket = Pick<MediaContent, 'kind' | 'fileId' | 'fileUniqueId' | 'fileName' | 'mimeType' | 'size'>

interface PhotoShelf {
  show(file: FileOfTicket): Promise<ShownFile>
  /** How many files are not in the page. */
  readonly left: number
  /** Why nothing at all can be had just now; null: it can. */
  readonly refusal: Exclude<TransportAnswer, { kind: 'ok' }> | null
}

/** Photos as addresses that hold them. The same one is fetched once. */
function createPhotoShelf({ fetchPhoto }: ReportDeps, signal: AbortSignal | undefined): PhotoShelf {
  const known = new Map<string, ShownFile>()
  let room = MOST_BYTES
  let left = 0
  let refusal: PhotoShelf['refusal'] = null
  const fetch = async (file: FileOfTicket): Promise<ShownFile> => {
    const { fileName: name } = file
    if (!isPicture(file)) return { kind: 'left', why: 'file', name }
    const fetched = await fetchPhoto(file, signal)
    if (fetched.kind === 'later') {
      refusal = fetched.answer
      return { kind: 'left', why: 'unavailable', name }
    }
    if (fetched.kind !== 'photo') return { kind: 'left', why: fetched.kind, name }
    return {
      kind: 'photo',
      address: `data:${fetched.mimeType};base64,${fetched.bytes.toString('base64')}`,
      name,
    }
  }
  return {
    async show(file) {
      const shown = known.get(file.fileUniqueId) ?? (await fetch(file))
      const size = shown.kind === 'photo' ? shown.address.length : 0
      const fitting: ShownFile = size > room ? { kind: 'left', why: 'no-room', name: file.fileName } : shown
      known.set(file.fileUniqueId, fitting)
      if (fitting.kind === 'photo') room -= size
      else left += 1
      return fitting
    },
    get left() {
      return left
    },
    get refusal() {
      return refusal
    },
  }
}

/** By what the sender's client says; what it really is will be seen when it is opened. */
function isPicture({ kind, mimeType }: FileOfTicket): boolean {
  return kind === 'photo' || (kind === 'document' && (mimeType ?? '').startsWith('image/'))
}
