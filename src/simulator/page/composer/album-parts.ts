import type { UploadedItem } from '../../playground/act-protocol.ts'

export type ItemKind = UploadedItem['kind']

/** Images that a messenger sends as photos; others go as they are. */
const PHOTO_TYPES = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/bmp'])

/** What a chosen file is sent as. */
export function kindOfFile(mimeType: string, asFile: boolean): ItemKind {
  if (asFile) return 'document'
  if (PHOTO_TYPES.has(mimeType)) return 'photo'
  if (mimeType === 'audio/ogg') return 'voice'
  if (mimeType.startsWith('video/')) return 'video'
  return mimeType.startsWith('audio/') ? 'audio' : 'document'
}

/** The items by what may stand in one album: photos with videos, documents and music with their own; voices go alone. */
export function albumParts<T extends { kind: ItemKind }>(items: readonly T[]): T[][] {
  const parts: { family: string; items: T[] }[] = []
  for (const item of items) {
    const family = item.kind === 'video' ? 'photo' : item.kind
    const open = family === 'voice' ? undefined : parts.find((part) => part.family === family)
    if (open) open.items.push(item)
    else parts.push({ family, items: [item] })
  }
  return parts.map((part) => part.items)
}
