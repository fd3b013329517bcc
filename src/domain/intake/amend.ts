import type { Catalog } from '../catalog.ts'
import { isMedia, type MessageContent, wordsOf } from '../message-content.ts'
import {
  characters,
  DESCRIPTION_MAX,
  descriptionFits,
  joinDescription,
  visibleCharacters,
} from './description.ts'
import type { Draft, DraftAttachment, KeptMessage } from './draft.ts'
import type { IntakeNote } from './input.ts'
import { offerOrders, withOrder, withoutOffers } from './offer-orders.ts'
import { readOrderAnswer } from './order-answer.ts'

export interface Amendment {
  readonly draft: Draft
  /** Why the edit is no answer yet; null when it was simply taken in. */
  readonly note: IntakeNote | null
}

/** The draft after the customer edited a message that is already part of it, or null when it holds no such message. */
export function amendDraft(
  draft: Draft,
  edited: KeptMessage,
  catalog: Pick<Catalog, 'orderNumber'>,
): Amendment | null {
  const { messageId, content } = edited
  const words = wordsOf(content)
  if (words !== null && draft.description.some((part) => part.messageId === messageId)) {
    return amendDescription(draft, edited, { ...words, messageId })
  }
  if (words !== null && draft.previousDescription?.some((part) => part.messageId === messageId)) {
    const replaced = replacePart(draft.previousDescription, { ...words, messageId })
    const previousDescription = descriptionFits(replaced) ? replaced : draft.previousDescription
    return { draft: { ...draft, previousDescription }, note: null }
  }
  if (draft.attachments.some((part) => part.messageId === messageId)) {
    const attachments = draft.attachments.map((part) =>
      part.messageId === messageId ? replaceFile(part, content) : part,
    )
    return { draft: { ...draft, attachments }, note: null }
  }
  if (draft.kept.some((message) => message.messageId === messageId)) {
    const kept = draft.kept.map((message) =>
      message.messageId === messageId ? { ...message, content } : message,
    )
    return { draft: { ...draft, kept }, note: null }
  }
  return draft.orderMessageId === messageId && words !== null ? amendOrder(draft, words.text, catalog) : null
}

function amendDescription(draft: Draft, edited: KeptMessage, part: Draft['description'][number]): Amendment {
  const description = replacePart(draft.description, part)
  const text = joinDescription(description)
  const others = draft.kept.filter((message) => message.messageId !== edited.messageId)
  if (characters(text) > DESCRIPTION_MAX) {
    // The description keeps its earlier wording, the new one goes along as a message of its own.
    return {
      draft: { ...draft, kept: [...others, edited] },
      note: { kind: 'too-long', length: characters(text) },
    }
  }
  const note = descriptionFits(description)
    ? null
    : ({ kind: 'too-short', length: visibleCharacters(text) } as const)
  const descriptionDone = draft.descriptionDone || note === null
  return { draft: { ...draft, description, descriptionDone, kept: others }, note }
}

function amendOrder(draft: Draft, typed: string, catalog: Pick<Catalog, 'orderNumber'>): Amendment {
  const answer = readOrderAnswer(catalog, typed)
  if (answer.kind === 'asked') {
    const note = { kind: 'order-asked', asDescription: false } as const
    return { draft: askAnew(offerOrders(draft, answer.numbers)), note }
  }
  if (answer.kind !== 'number') return { draft: withoutOffers(draft), note: { kind: 'order-wrong' } }
  const editing = draft.editing === 'order' ? null : draft.editing
  return { draft: { ...withOrder(draft, answer.number), editing }, note: null }
}

/** A number that was taken before stays until another is chosen. */
function askAnew(draft: Draft): Draft {
  return draft.orderNumber === undefined || draft.editing !== null ? draft : { ...draft, editing: 'order' }
}

function replacePart(
  parts: Draft['description'],
  edited: Draft['description'][number],
): Draft['description'] {
  return parts.map((part) => (part.messageId === edited.messageId ? edited : part))
}

/** An edit may bring another file, another caption, or both. */
function replaceFile(part: DraftAttachment, content: MessageContent): DraftAttachment {
  const caption = wordsOf(content)?.text ?? null
  if (!isMedia(content) || content.kind !== part.kind) return { ...part, caption }
  const { fileId, fileUniqueId, fileName, mimeType, size } = content
  if (fileUniqueId === part.fileUniqueId) return { ...part, fileId, caption }
  // What was wrong with the earlier one says nothing of this one.
  const { quality: _, ...rest } = part
  return { ...rest, fileId, fileUniqueId, fileName, mimeType, size, caption }
}
