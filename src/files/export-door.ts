import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { LocalFile, SEND_EXPORT } from '../delivery/outgoing-call.ts'
import type { Log, Transport, TransportAnswer } from '../delivery/ports.ts'
import type { FileShelf } from './file-shelf.ts'
import { type FailedAnswer, MAX_DOWNLOAD_BYTES, openFile, refusal, TOO_BIG } from './open-file.ts'
import { createZipFile, type ZipFile } from './zip-file.ts'

/** In DATA_DIR: what is there is being sent, or was left by a process that died. */
export const EXPORTS_FOLDER = 'exports'
/** Telegram takes 50 MB; the rest is for the texts. Bytes. https://core.telegram.org/bots/api#sending-files */
const MAX_FILES_BYTES = 45 * 1024 * 1024

/** `unavailable`: Telegram has it and did not give it just now. */
export type Fate = 'there' | 'too-big' | 'gone' | 'unavailable' | 'no-room'

export interface ExportedFile {
  readonly fileId: string
  readonly fileUniqueId: string
  /** Bytes, where they are known. */
  readonly size: number | null
  /** In the archive. */
  readonly path: string
}

/** All that is kept of a customer, in words and as files that are still to be had. */
export interface CustomerExport {
  /** Of the archive. */
  readonly name: string
  readonly files: readonly ExportedFile[]
  /** `fates`: what became of each file, by its path. `caption` is HTML. */
  describe(fates: ReadonlyMap<string, Fate>): {
    readonly documents: readonly { readonly path: string; readonly text: string }[]
    readonly caption: string
  }
}

export interface ExportDoor {
  readonly transport: Transport
  readonly shelf: FileShelf
  readonly filesUrl: string
  readonly dataDir: string
  /** Null: there is nobody any more. */
  readonly read: (customerId: string) => Promise<CustomerExport | null>
  readonly log: Log
}

/** The transport with one method of ours beside Telegram's: {@link SEND_EXPORT}. */
export function createExportDoor(door: ExportDoor): Transport {
  return {
    async call(method, payload, signal) {
      if (method !== SEND_EXPORT) return door.transport.call(method, payload, signal)
      try {
        return await sendExport(door, payload as ExportCall, signal)
      } catch (error) {
        // Nothing has been sent: the archive was not finished.
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
        door.log.warn({ code }, 'An export could not be made; it is tried again')
        return { kind: 'not-sent', description: `The export could not be made (${code})` }
      }
    },
  }
}

/** Removes what a process that died has left unfinished. */
export async function cleanUpExports(dataDir: string): Promise<void> {
  await rm(join(dataDir, EXPORTS_FOLDER), { recursive: true, force: true })
}

interface ExportCall {
  readonly chat_id: number
  readonly customer_id: string
}

async function sendExport(
  door: ExportDoor,
  call: ExportCall,
  signal?: AbortSignal,
): Promise<TransportAnswer> {
  const content = await door.read(call.customer_id)
  if (content === null) return refusal(400, 'There is nobody to make an export for')
  const root = join(door.dataDir, EXPORTS_FOLDER)
  await mkdir(root, { recursive: true, mode: 0o700 })
  const folder = await mkdtemp(join(root, 'export-'))
  try {
    const path = join(folder, 'export.zip')
    const caption = await writeArchive(door, content, { path, folder }, signal)
    if (typeof caption !== 'string') return caption
    const document = new LocalFile(path, content.name)
    const message = { chat_id: call.chat_id, document, caption, parse_mode: 'HTML' }
    return await door.transport.call('sendDocument', message, signal)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** @returns the caption, or the answer that tells why nothing can be had just now */
async function writeArchive(
  door: ExportDoor,
  content: CustomerExport,
  place: { readonly path: string; readonly folder: string },
  signal?: AbortSignal,
): Promise<string | FailedAnswer> {
  const zip = await createZipFile(place.path)
  try {
    const fates = new Map<string, Fate>()
    let left = MAX_FILES_BYTES
    for (const file of content.files) {
      const packed = await pack(door, zip, file, { folder: place.folder, left, signal })
      if (typeof packed === 'object' && 'kind' in packed) return packed
      fates.set(file.path, packed.fate)
      left -= packed.size
    }
    const { documents, caption } = content.describe(fates)
    for (const { path, text } of documents) await zip.addText(path, text)
    await zip.finish()
    return caption
  } finally {
    await zip.close()
  }
}

interface Packing {
  readonly folder: string
  /** Bytes. */
  readonly left: number
  readonly signal: AbortSignal | undefined
}

async function pack(
  door: ExportDoor,
  zip: ZipFile,
  file: ExportedFile,
  { folder, left, signal }: Packing,
): Promise<{ fate: Fate; size: number } | FailedAnswer> {
  const leaveOut = (fate: Fate) => ({ fate, size: 0 })
  const kept = await door.shelf.find(file.fileUniqueId).catch(() => null)
  if (kept === null && (file.size ?? 0) > MAX_DOWNLOAD_BYTES) return leaveOut('too-big')
  if ((kept?.size ?? file.size ?? 0) > left) return leaveOut('no-room')
  const path = kept === null ? join(folder, 'file') : join(door.dataDir, kept.path)
  if (kept === null) {
    const failure = await download(door, file.fileId, path, signal)
    if (failure === TOO_BIG) return leaveOut('too-big')
    if (failure?.kind === 'lost') return leaveOut('unavailable')
    if (failure !== null) return isAboutFile(failure) ? leaveOut('gone') : failure
  }
  const { size } = await stat(path)
  if (size > left) return leaveOut('no-room')
  await zip.addBytes(file.path, createReadStream(path))
  return { fate: 'there', size }
}

/** To the disk first: an archive can't take back the half of a file. @returns null when it is there */
async function download(
  door: ExportDoor,
  fileId: string,
  path: string,
  signal?: AbortSignal,
): Promise<FailedAnswer | null> {
  const opened = await openFile(door, fileId, MAX_DOWNLOAD_BYTES, signal).catch(
    (): FailedAnswer => ({ kind: 'lost', description: 'A file did not come' }),
  )
  if (opened.kind !== 'open') return opened
  try {
    await pipeline(Readable.from(opened.body), createWriteStream(path, { mode: 0o600 }))
  } catch (error) {
    if (isOfDisk(error)) throw error
    return { kind: 'lost', description: 'A file did not come' }
  }
  const { size } = await stat(path)
  const isWhole = opened.size === null || opened.size === size
  return isWhole ? null : { kind: 'lost', description: 'A file did not come whole' }
}

const DISK_TROUBLES: readonly string[] = ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EIO', 'ENOENT']

function isOfDisk(error: unknown): boolean {
  return error instanceof Error && 'code' in error && DISK_TROUBLES.includes(String(error.code))
}

/** Others are about us, or about Telegram's health: the whole export is tried again later. */
function isAboutFile(answer: FailedAnswer): boolean {
  return answer.kind === 'error' && answer.code === 400
}
