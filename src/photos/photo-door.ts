import { LOOK_AT_PHOTO } from '../delivery/outgoing-call.ts'
import type { Log, Transport, TransportAnswer } from '../delivery/ports.ts'
import { judgePhoto } from '../domain/photo-quality.ts'
import { type FileSource, isAboutUs, MAX_DOWNLOAD_BYTES, readFile } from '../files/open-file.ts'
import { LibraryMissingError } from './load-library.ts'
import { measurePhoto } from './measure-photo.ts'

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
      return await look(door, payload as PhotoToLookAt, until).catch((error: unknown) => {
        tellOnce(error)
        return UNKNOWN
      })
    },
  }
}

const UNKNOWN: TransportAnswer = { kind: 'ok', result: { found: { quality: 'unknown' } } }

interface PhotoToLookAt {
  readonly file_id: string
  /** Bytes, where Telegram says. */
  readonly size: number | null
}

async function look(door: PhotoDoor, file: PhotoToLookAt, signal: AbortSignal): Promise<TransportAnswer> {
  if ((file.size ?? 0) > MAX_DOWNLOAD_BYTES) return UNKNOWN
  const read = await readFile(door, file.file_id, MAX_DOWNLOAD_BYTES, signal)
  if (read.kind === 'later' && read.answer !== null && isAboutUs(read.answer)) return read.answer
  if (read.kind !== 'read') return UNKNOWN
  return { kind: 'ok', result: { found: { quality: judgePhoto(await measurePhoto(read.bytes)) } } }
}
