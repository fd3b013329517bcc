import type { Catalog, OrderQuestion } from '../../src/domain/catalog.ts'
import type { DraftAttachment, KeptMessage } from '../../src/domain/intake/draft.ts'
import type { MessageContent } from '../../src/domain/message-content.ts'
import type { Priority, Ticket } from '../../src/domain/ticket.ts'

export const NOW = new Date('2026-11-02T09:00:00Z')

export function aTicket(init: Partial<Ticket> = {}): Ticket {
  return {
    id: 'ticket',
    number: '482913',
    customerId: 'customer',
    categoryId: 'delivery',
    problemId: 'late',
    orderNumber: null,
    description: 'The courier did not come.',
    status: 'new',
    priority: 'standard',
    replyChannel: 'telegram',
    replyTo: null,
    assigneeId: null,
    precededById: null,
    mergedIntoId: null,
    createdAt: NOW,
    promisedAt: NOW,
    resolveBy: null,
    slaNextAt: null,
    slaTold: '',
    resolvedAt: init.status === 'resolved' ? NOW : null,
    firstReplyAt: null,
    delayedUntil: null,
    closingToldAt: null,
    endedAt: null,
    strippedAt: null,
    version: 1,
    ...init,
  }
}

function aProblem(id: string, order: OrderQuestion, priority: Priority = 'standard') {
  return { id, title: both(id), order, priority }
}

function both(title: string) {
  return { ru: title, en: title }
}

const HELPED = { ...aProblem('how-to', 'none'), answer: { text: both('Like this.') } }

/** Two categories; the first one's problems ask for the order number in each of the three ways. */
export const CATALOG: Catalog = {
  orderNumber: { patterns: ['\\d{8,12}', 'A-\\d{4}'], example: '12345678' },
  categories: [
    {
      id: 'delivery',
      title: both('Delivery'),
      urgentAllowed: true,
      problems: [
        aProblem('late', 'required'),
        aProblem('point', 'optional'),
        aProblem('advice', 'none'),
        HELPED,
      ],
    },
    { id: 'other', title: both('Other'), urgentAllowed: false, problems: [aProblem('other', 'none')] },
  ],
}

export function aMessage(
  messageId: number,
  content: string | MessageContent = 'words',
  sentAt = 0,
): KeptMessage {
  const body = typeof content === 'string' ? { kind: 'text' as const, body: words(content) } : content
  return { messageId, albumId: null, content: body, replyToMessageId: null, sentAt }
}

export function words(text: string) {
  return { text, entities: [] }
}

export function aPhoto(messageId: number, init: Partial<DraftAttachment> = {}): DraftAttachment {
  return {
    kind: 'photo',
    fileId: `file-${messageId}`,
    fileUniqueId: `unique-${messageId}`,
    fileName: null,
    mimeType: null,
    size: null,
    caption: null,
    albumId: null,
    messageId,
    ...init,
  }
}
