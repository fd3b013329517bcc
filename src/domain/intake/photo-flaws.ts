import type { PhotoFlaw } from '../photo-quality.ts'
import type { Draft, DraftAttachment } from './draft.ts'

/** A photo of the draft that can hardly be read. */
export interface FlawedPhoto {
  /** Its place among the draft's photos, from 1, and how many there are. */
  readonly number: number
  readonly total: number
  readonly flaw: PhotoFlaw
  /** Part of the button that removes exactly this one. */
  readonly key: string
}

/** Images sent as files are looked at like photos; receipts in PDF are not. */
function isPhoto({ kind, mimeType }: DraftAttachment): boolean {
  return kind === 'photo' || (mimeType?.startsWith('image/') ?? false)
}

/** The photos that came, or were exchanged by an edit. */
export function photosToLookAt(before: Draft, after: Draft): readonly DraftAttachment[] {
  if (before.attachments === after.attachments) return []
  const isKnown = (photo: DraftAttachment) =>
    before.attachments.some(
      ({ messageId, fileUniqueId }) => messageId === photo.messageId && fileUniqueId === photo.fileUniqueId,
    )
  return after.attachments.filter((part) => isPhoto(part) && !isKnown(part))
}

/** The draft that knows what is wrong with a photo; null where it does not hold it any more, or has known. */
export function withFlaw(draft: Draft, fileUniqueId: string, quality: PhotoFlaw): Draft | null {
  const isNews = (part: DraftAttachment) => part.fileUniqueId === fileUniqueId && part.quality !== quality
  if (!draft.attachments.some(isNews)) return null
  const attachments = draft.attachments.map((part) => (isNews(part) ? { ...part, quality } : part))
  return { ...draft, attachments }
}

export function flawedPhotos(draft: Draft): readonly FlawedPhoto[] {
  const photos = draft.attachments.filter(isPhoto)
  return photos.flatMap((photo, index) => {
    if (photo.quality === undefined) return []
    return [{ number: index + 1, total: photos.length, flaw: photo.quality, key: keyOf(photo) }]
  })
}

/** Null: it is gone already, or another one has taken its place. */
export function withoutFlawed(draft: Draft, key: string): Draft | null {
  const attachments = draft.attachments.filter((part) => part.quality === undefined || keyOf(part) !== key)
  return attachments.length === draft.attachments.length ? null : { ...draft, attachments }
}

function keyOf({ messageId }: DraftAttachment): string {
  return messageId.toString(36)
}
