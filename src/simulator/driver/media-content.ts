import type { MessageContent } from '../bot-api/types.ts'
import type { FileStore } from '../state/files.ts'
import { addPhoto, contentOfFile, type MediaKind } from '../state/media.ts'
import { imageSize, sampleBytes, sampleJpeg } from '../state/sample-files.ts'
import { typedCaption } from './typed-text.ts'

export interface MediaOptions {
  caption?: string
  fileName?: string
  /** Pixels. */
  width?: number
  height?: number
  /** Seconds. */
  duration?: number
  bytes?: Uint8Array
}

export interface FileOptions {
  /** A file sent before, sent once more. */
  fileId?: string
  fileName?: string
  mimeType?: string
  bytes?: Uint8Array
  caption?: string
}

const MIME_TYPES: Readonly<Partial<Record<MediaKind, string>>> = {
  document: 'application/pdf',
  video: 'video/mp4',
  animation: 'video/mp4',
  audio: 'audio/mpeg',
  voice: 'audio/ogg',
  video_note: 'video/mp4',
  sticker: 'image/webp',
}

const FILE_NAMES: Readonly<Partial<Record<MediaKind, string>>> = {
  document: 'receipt.pdf',
  video: 'video.mp4',
  animation: 'animation.mp4',
  audio: 'audio.mp3',
}

/** A file somebody sends, with its caption; what is not given is made up. */
export function mediaContent(
  files: FileStore,
  kind: MediaKind,
  options: MediaOptions & FileOptions,
): MessageContent {
  const caption = typedCaption(options.caption)
  if (kind === 'photo') {
    const bytes = options.bytes ? Buffer.from(options.bytes) : sampleJpeg()
    const real = options.bytes ? imageSize(bytes) : undefined
    const width = options.width ?? real?.width ?? 1280
    const height = options.height ?? real?.height ?? 960
    return { ...contentOfFile(addPhoto(files, bytes, { width, height }), 'photo'), ...caption }
  }
  return { ...describeFile(files, kind, options), ...caption }
}

/** The part of a message that shows a file other than a photo. */
export function describeFile(
  files: FileStore,
  kind: MediaKind,
  options: MediaOptions & FileOptions & { emoji?: string },
): MessageContent {
  if (options.fileId !== undefined) return contentOfFile(files.require(options.fileId, kind), kind)
  const mimeType = options.mimeType ?? MIME_TYPES[kind] ?? 'application/octet-stream'
  const file = files.add({
    kind,
    bytes: options.bytes ? Buffer.from(options.bytes) : sampleBytes(mimeType),
    fileName: options.fileName ?? FILE_NAMES[kind],
    mimeType,
    width: options.width,
    height: options.height,
    duration: options.duration,
  })
  const content = contentOfFile(file, kind)
  if (content.sticker && options.emoji) content.sticker.emoji = options.emoji
  return content
}
