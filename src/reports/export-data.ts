import { isMedia, type MessageContent, wordsOf } from '../domain/message-content.ts'
import { formatTicketNumber } from '../domain/ticket-number.ts'
import type { ExportedMessage, ExportedTicket, Fate, Kept } from './customer-export.ts'

/** What a program reads: the same as the page, times as in RFC 3339. */
export function dataOf(kept: Kept, fates: ReadonlyMap<string, Fate>) {
  const { customer, draft, parked, madeAt } = kept
  const file = (path: string) => ({ path: fates.get(path) === 'there' ? path : null, state: fates.get(path) })
  const { id: _, pace: __, ...profile } = customer
  return {
    madeAt,
    profile,
    tickets: kept.tickets.map((ticket) => ticketData(ticket, file)),
    draft: draft && {
      category: draft.categoryId,
      problem: draft.problemId,
      orderNumber: draft.orderNumber ?? null,
      description: draft.description.map(({ text }) => text).join('\n'),
      files: draft.attachments.map(({ kind, fileName, caption }) => ({ kind, fileName, caption })),
      messages: draft.kept.map(({ content }) => words(content)),
      updatedAt: draft.updatedAt,
    },
    waitingFiles: kept.looseFiles.map(({ fileName, path }) => ({ fileName, ...file(path) })),
    waitingMessages: parked.map(({ content }) => words(content)),
  }
}

type FileState = (path: string) => { readonly path: string | null; readonly state: Fate | undefined }

function ticketData({ ticket, attachments, messages, history, rating }: ExportedTicket, file: FileState) {
  return {
    number: formatTicketNumber(ticket.number),
    category: ticket.categoryId,
    problem: ticket.problemId,
    orderNumber: ticket.orderNumber,
    description: ticket.description,
    status: ticket.status,
    priority: ticket.priority,
    replyChannel: ticket.replyChannel,
    replyTo: ticket.replyTo,
    createdAt: ticket.createdAt,
    promisedAt: ticket.promisedAt,
    resolveBy: ticket.resolveBy,
    firstReplyAt: ticket.firstReplyAt,
    resolvedAt: ticket.resolvedAt,
    endedAt: ticket.endedAt,
    strippedAt: ticket.strippedAt,
    rating: rating && { score: rating.score, comment: rating.comment, at: rating.at },
    files: attachments.map(({ kind, fileName, mimeType, size, caption, path }) => ({
      ...{ kind, fileName, mimeType, size, caption },
      ...file(path),
    })),
    messages: messages.map((message) => messageData(message, file)),
    history,
  }
}

function messageData({ author, agentName, content, path, at, editedAt }: ExportedMessage, file: FileState) {
  const from = author === 'customer' ? { from: author } : { from: author, name: agentName }
  return { ...from, at, editedAt, ...words(content), ...(path === null ? {} : { file: file(path) }) }
}

/** A message without the numbers that Telegram knows it by. */
function words(content: MessageContent) {
  const text = wordsOf(content)?.text ?? null
  if (isMedia(content)) {
    const { kind, fileName, mimeType, size } = content
    return { kind, text, fileName, mimeType, size }
  }
  switch (content.kind) {
    case 'text':
      return { kind: content.kind, text }
    case 'copy':
      return { kind: content.what }
    default:
      return content
  }
}
