import type { MessageContent } from './types.ts'

/** What another file of its kind may take the place of, in the same message. */
export type ReplaceableKind = 'photo' | 'video' | 'document'

export function replaceableKind({
  photo,
  video,
  document,
  animation,
}: MessageContent): ReplaceableKind | undefined {
  if (photo) return 'photo'
  if (video) return 'video'
  // An animation is repeated as a document.
  return document && !animation ? 'document' : undefined
}
