import type { DraftAttachment } from './draft.ts'

export const MAX_ATTACHMENTS = 5

export interface AttachmentsVerdict {
  readonly attachments: readonly DraftAttachment[]
  /** True when this part, or a later part of the same album that it displaced, did not fit. */
  readonly refused: boolean
}

/**
 * Adds one part. Parts of an album arrive in any order, so the order is that of message ids, and of an album too large its
 * first parts stay, whichever came first. The same message twice counts once.
 */
export function attach(attachments: readonly DraftAttachment[], part: DraftAttachment): AttachmentsVerdict {
  if (attachments.some((known) => known.messageId === part.messageId)) return { attachments, refused: false }
  const sorted = [...attachments, part].sort((a, b) => a.messageId - b.messageId)
  return { attachments: sorted.slice(0, MAX_ATTACHMENTS), refused: sorted.length > MAX_ATTACHMENTS }
}
