import { readFile as readFromDisk } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import type { TransportAnswer } from '../delivery/ports.ts'
import { type FileSource, isAboutUs, MAX_DOWNLOAD_BYTES, readFile } from '../files/open-file.ts'
import { FORMATS, LibraryMissingError, LONGEST_S, loadLibrary, MAX_PIXELS } from './load-library.ts'

/** The longer side in a page: enough to read a receipt by. Pixels. */
const LONGER_SIDE = 1280
const QUALITY = 80

export interface PhotoToFetch {
  readonly fileId: string
  readonly fileUniqueId: string
  /** Bytes, where they are known. */
  readonly size: number | null
}

/** `later`: Telegram has no time for us at all, whatever is asked for. */
export type FetchedPhoto =
  | { readonly kind: 'photo'; readonly bytes: Buffer; readonly mimeType: string }
  | { readonly kind: 'gone' | 'too-big' | 'unavailable' | 'unreadable' }
  | { readonly kind: 'later'; readonly answer: Exclude<TransportAnswer, { kind: 'ok' }> }

export interface PhotoSource extends FileSource {
  /** Where its copy is on the disk; null: there is none. */
  readonly findCopy: (fileUniqueId: string) => Promise<string | null>
}

/** A photo from the disk or from Telegram, made small enough for a page. @throws nothing */
export async function fetchPhoto(
  source: PhotoSource,
  photo: PhotoToFetch,
  signal?: AbortSignal,
): Promise<FetchedPhoto> {
  const bytes = await readBytes(source, photo, signal)
  if (!Buffer.isBuffer(bytes)) return bytes
  return shrinkPhoto(bytes).catch(() => ({ kind: 'unreadable' }) as const)
}

async function readBytes(
  source: PhotoSource,
  { fileId, fileUniqueId, size }: PhotoToFetch,
  signal?: AbortSignal,
): Promise<Buffer | FetchedPhoto> {
  const path = await source.findCopy(fileUniqueId).catch(() => null)
  const copy = path === null ? null : await readFromDisk(path).catch(() => null)
  if (copy !== null) return copy
  if ((size ?? 0) > MAX_DOWNLOAD_BYTES) return { kind: 'too-big' }
  const read = await readFile(source, fileId, MAX_DOWNLOAD_BYTES, signal)
  if (read.kind === 'read') return read.bytes
  if (read.kind === 'gone') return { kind: 'gone' }
  const { answer } = read
  return answer !== null && isAboutUs(answer) ? { kind: 'later', answer } : { kind: 'unavailable' }
}

/** Upright and as JPEG. Where the library does not load, it stays as it came. @throws when it is no photo, or one too large to be opened */
async function shrinkPhoto(bytes: Buffer): Promise<FetchedPhoto> {
  const type = await fileTypeFromBuffer(bytes)
  if (type === undefined || !FORMATS.includes(type.mime)) return { kind: 'unreadable' }
  try {
    const sharp = await loadLibrary()
    const small = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'none', sequentialRead: true })
      .autoOrient()
      .resize({ width: LONGER_SIDE, height: LONGER_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .jpeg({ quality: QUALITY })
      .timeout({ seconds: LONGEST_S })
      .toBuffer()
    return { kind: 'photo', bytes: small, mimeType: 'image/jpeg' }
  } catch (error) {
    if (error instanceof LibraryMissingError) return { kind: 'photo', bytes, mimeType: type.mime }
    throw error
  }
}
