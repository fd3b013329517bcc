import { LOOK_AT_PHOTO } from '../delivery/outgoing-call.ts'
import type { Log, Transport, TransportAnswer } from '../delivery/ports.ts'
import { judgePhoto } from '../domain/photo-quality.ts'
import {
  type FileSource,
  type FileToFetch,
  isAboutUs,
  MAX_DOWNLOAD_BYTES,
  openFile,
} from '../files/open-file.ts'
import { LibraryMissingError, measurePhoto } from './measure-photo.ts'

export interface PhotoDoor extends FileSource {
  readonly log: Pick<Log, 'warn'>
  /** Ms; 15 s by default. Later the customer has gone on. */
  readonly timeLimitMs?: number
}

const TIME_LIMIT_MS = 15_000

/**
 * The transport with one method of ours beside Telegram's: {@link LOOK_AT_PHOTO}. A courtesy: whatever goes wrong, the quality is
 * unknown, and nothing is tried again but what is not about the photo.
 */
export function createPhotoDoor(door: PhotoDoor): Transport {
  let told = false
  const tellOnce = (error: unknown) => {
    if (!(error instanceof LibraryMissingError) || told) return
    told = true
    door.log.warn({ err: error.cause }, 'The library sharp does not load: photos are not looked at')
  }
  return {
    async call(method, payload, signal) {
      if (method !== LOOK_AT_PHOTO) return door.transport.call(method, payload, signal)
      const limit = AbortSignal.timeout(door.timeLimitMs ?? TIME_LIMIT_MS)
      const until = signal === undefined ? limit : AbortSignal.any([signal, limit])
      return await look(door, payload as FileToFetch, until).catch((error: unknown) => {
        tellOnce(error)
        return UNKNOWN
      })
    },
  }
}

const UNKNOWN: TransportAnswer = { kind: 'ok', result: { found: { quality: 'unknown' } } }

async function look(door: PhotoDoor, file: FileToFetch, signal: AbortSignal): Promise<TransportAnswer> {
  const opened = await openFile(door, file, signal)
  if (opened.kind !== 'open') return isAboutUs(opened) ? opened : UNKNOWN
  const bytes = await readWhole(opened.body)
  if (bytes === null || (opened.announced ?? bytes.length) !== bytes.length) return UNKNOWN
  return { kind: 'ok', result: { found: { quality: judgePhoto(await measurePhoto(bytes)) } } }
}

/** Null: more than a bot may fetch. */
async function readWhole(body: AsyncIterable<Uint8Array>): Promise<Buffer | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > MAX_DOWNLOAD_BYTES) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
