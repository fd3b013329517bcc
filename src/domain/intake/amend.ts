import { type MessageContent, wordsOf } from '../message-content.ts'
import type { Draft } from './draft.ts'

/** The draft after the customer edited a message that is already part of it, or null when it holds no such message. */
export function amendDraft(draft: Draft, messageId: number, content: MessageContent): Draft | null {
  const words = wordsOf(content)
  if (words !== null && draft.description.some((part) => part.messageId === messageId)) {
    const description = draft.description.map((part) =>
      part.messageId === messageId ? { ...words, messageId } : part,
    )
    return { ...draft, description }
  }
  if (draft.attachments.some((part) => part.messageId === messageId)) {
    const attachments = draft.attachments.map((part) =>
      part.messageId === messageId ? { ...part, caption: words?.text ?? null } : part,
    )
    return { ...draft, attachments }
  }
  if (!draft.kept.some((message) => message.messageId === messageId)) return null
  return {
    ...draft,
    kept: draft.kept.map((message) => (message.messageId === messageId ? { ...message, content } : message)),
  }
}
