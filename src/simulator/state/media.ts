import type { MessageContent, NamedFile, PhotoSize, TimedFile } from '../bot-api/types.ts'
import type { FileKind, FileStore, StoredFile } from './files.ts'

/** Kinds of message that carry one file. */
export type MediaKind = Exclude<FileKind, 'thumbnail'>

/** The longest sides Telegram scales photos to, pixels. */
const PHOTO_SIDES = [90, 320, 1280]

/** Adds a photo in the sizes Telegram would make of it; returns the largest. */
export function addPhoto(
  files: FileStore,
  bytes: Buffer,
  size: { width: number; height: number },
): StoredFile {
  const longest = Math.max(size.width, size.height)
  const smaller = PHOTO_SIDES.filter((side) => side < longest).slice(0, 2)
  const sizes = [...smaller, longest].map((side) => {
    const scale = side / longest
    const width = Math.max(1, Math.round(size.width * scale))
    const height = Math.max(1, Math.round(size.height * scale))
    return files.add({ kind: 'photo', bytes, width, height })
  })
  for (const each of sizes) each.sizes = sizes
  return sizes.at(-1) ?? files.add({ kind: 'photo', bytes, ...size })
}

const reference = (file: StoredFile) => ({
  file_id: file.fileId,
  file_unique_id: file.uniqueId,
  file_size: file.bytes.length,
})

function photoSize(file: StoredFile): PhotoSize {
  return { ...reference(file), width: file.width ?? 1, height: file.height ?? 1 }
}

function namedFile(file: StoredFile): NamedFile {
  return { ...reference(file), file_name: file.fileName, mime_type: file.mimeType }
}

function timedFile(file: StoredFile, extra: Partial<TimedFile>): TimedFile {
  return { ...namedFile(file), duration: file.duration ?? 1, ...extra }
}

/** The part of a message that shows this file as what it was sent as. */
export function contentOfFile(file: StoredFile, kind: MediaKind): MessageContent {
  const { width = 640, height = 480 } = file
  switch (kind) {
    case 'photo':
      return { photo: (file.sizes ?? [file]).map(photoSize) }
    case 'document':
      return { document: namedFile(file) }
    case 'video':
      return { video: timedFile(file, { width, height }) }
    case 'animation': {
      const animation = timedFile(file, { width, height })
      // Telegram repeats an animation as a document for old clients.
      return { animation, document: namedFile(file) }
    }
    case 'audio':
      return { audio: timedFile(file, {}) }
    case 'voice':
      return { voice: timedFile(file, { file_name: undefined }) }
    case 'video_note':
      return { video_note: timedFile(file, { file_name: undefined, length: 240 }) }
    case 'sticker':
      return {
        sticker: {
          ...reference(file),
          type: 'regular',
          width: 512,
          height: 512,
          is_animated: false,
          is_video: false,
        },
      }
  }
}

const MEDIA_FIELDS: readonly MediaKind[] = [
  'photo',
  'animation',
  'video',
  'audio',
  'voice',
  'video_note',
  'sticker',
  'document',
]

/** Which kind of file a message carries; undefined for none. */
export function mediaKindOf(content: MessageContent): MediaKind | undefined {
  return MEDIA_FIELDS.find((field) => content[field] !== undefined)
}

/** Kinds whose messages may have a caption. */
export function mayHaveCaption(content: MessageContent): boolean {
  const kind = mediaKindOf(content)
  return kind !== undefined && kind !== 'sticker' && kind !== 'video_note'
}
