import { DOWNLOAD_FILE } from '../delivery/outgoing-call.ts'
import type { Log, Transport, TransportAnswer } from '../delivery/ports.ts'
import { FileError } from './file-error.ts'
import type { FileShelf } from './file-shelf.ts'

/** https://core.telegram.org/bots/api#getfile, bytes. */
const MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024

export interface DownloadDoor {
  readonly transport: Transport
  readonly shelf: FileShelf
  /** Where files are: the Bot API's root and the bot's token in it. Neither stored nor logged. */
  readonly filesUrl: string
  readonly log: Log
}

type FailedAnswer = Exclude<TransportAnswer, { kind: 'ok' }>

interface FileToFetch {
  readonly file_id: string
  readonly file_unique_id: string
  readonly size: number | null
}

/** The transport with one method of ours beside Telegram's: {@link DOWNLOAD_FILE}. */
export function createDownloadDoor(door: DownloadDoor): Transport {
  const tellOfDisk = createDiskLog(door.log)
  return {
    async call(method, payload, signal) {
      if (method !== DOWNLOAD_FILE) return door.transport.call(method, payload, signal)
      const answer = await download(door, payload as FileToFetch, signal).catch((error: unknown) =>
        afterError(error, tellOfDisk),
      )
      if (answer.kind === 'ok') tellOfDisk(null)
      if (answer.kind === 'error' && answer.code === 400)
        door.log.warn({ reason: answer.description }, 'A file is not copied')
      return answer
    },
  }
}

async function download(
  { transport, shelf, filesUrl }: DownloadDoor,
  file: FileToFetch,
  signal?: AbortSignal,
): Promise<TransportAnswer> {
  // A process may have died between the rename and the row.
  const known = await shelf.find(file.file_unique_id)
  if (known !== null) return { kind: 'ok', result: { file: known } }
  if ((file.size ?? 0) > MAX_DOWNLOAD_BYTES) return TOO_BIG
  const answer = await transport.call('getFile', { file_id: file.file_id }, signal)
  if (answer.kind !== 'ok') return afterRefusal(answer)
  const { file_path: path, file_size: size } = answer.result as { file_path?: unknown; file_size?: unknown }
  if (typeof path !== 'string' || !isBelow(path))
    return refusal(400, 'The file has no place to fetch it from')
  const announced = typeof size === 'number' ? size : null
  if ((announced ?? 0) > MAX_DOWNLOAD_BYTES) return TOO_BIG
  const response = await fetch(`${filesUrl}/${path.split('/').map(encodeURIComponent).join('/')}`, {
    redirect: 'error',
    headers: { 'accept-encoding': 'identity' },
    ...(signal === undefined ? {} : { signal }),
  })
  if (!response.ok || response.body === null) {
    await response.body?.cancel()
    return afterStatus(response)
  }
  const limits = { size: announced, atMost: MAX_DOWNLOAD_BYTES }
  return { kind: 'ok', result: { file: await shelf.put(file.file_unique_id, response.body, limits) } }
}

/** A path that leads upwards, or nowhere, is no path of Telegram's. */
function isBelow(path: string): boolean {
  return path.split('/').every((step) => !['', '.', '..'].includes(step))
}

const TOO_BIG = refusal(400, 'The file is too big: Telegram lets a bot fetch 20 MB')

function refusal(code: number, description: string): TransportAnswer & { kind: 'error' } {
  return { kind: 'error', code, description, parameters: {} }
}

/** Answers that are not about the file. */
const ABOUT_US: readonly number[] = [401, 409, 429]

function afterRefusal(answer: FailedAnswer): TransportAnswer {
  if (answer.kind !== 'error' || answer.code >= 500 || ABOUT_US.includes(answer.code)) return answer
  // Telegram says this of a wrong id and of a file it can't reach just now alike: it is asked again, some times.
  if (/temporarily unavailable/i.test(answer.description))
    return { kind: 'lost', description: answer.description }
  return refusal(400, answer.description)
}

function afterStatus({ status, headers }: Response): TransportAnswer {
  if (status < 400 || status >= 500) return { kind: 'lost', description: `The file came with ${status}` }
  if (status === 401) return refusal(401, 'Unauthorized')
  if (status !== 429) return refusal(400, `The file is gone: instead of it came ${status}`)
  const retryAfter = Number(headers.get('retry-after'))
  return {
    ...refusal(429, 'Too Many Requests'),
    parameters: retryAfter > 0 ? { retry_after: retryAfter } : {},
  }
}

/** Nothing but codes goes into a description: messages of errors may hold the URL. */
function afterError(error: unknown, tellOfDisk: (code: string | null) => void): TransportAnswer {
  if (!(error instanceof FileError)) return { kind: 'lost', description: 'The file did not come' }
  const { trouble } = error
  switch (trouble.kind) {
    case 'disk':
      tellOfDisk(trouble.code)
      return { kind: 'not-sent', description: `The disk does not take the file (${trouble.code})` }
    case 'too-big':
      return TOO_BIG
    case 'not-whole': {
      const { came, announced } = trouble
      return { kind: 'lost', description: `Of ${announced} bytes of the file ${came} came` }
    }
    default:
      return trouble satisfies never
  }
}

const FULL: readonly string[] = ['ENOSPC', 'EDQUOT']

/** Says once when the disk fails, and once when it works again; null: it works. */
function createDiskLog(log: Log): (code: string | null) => void {
  let said: string | null = null
  return (code) => {
    if (code === said) return
    said = code
    if (code === null) log.info({}, 'Copies of files are written again')
    else if (FULL.includes(code))
      log.error({ code }, 'The disk that holds DATA_DIR is full: copies of files wait until there is room')
    else log.error({ code }, 'The folder attachments in DATA_DIR can not be written: copies of files wait')
  }
}
