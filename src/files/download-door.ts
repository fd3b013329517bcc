import { DISCARD_FILE, DOWNLOAD_FILE } from '../delivery/outgoing-call.ts'
import type { Log, Transport, TransportAnswer } from '../delivery/ports.ts'
import { FileError } from './file-error.ts'
import type { FileShelf } from './file-shelf.ts'
import { type FileSource, MAX_DOWNLOAD_BYTES, openFile, TOO_BIG } from './open-file.ts'

export interface DownloadDoor extends FileSource {
  readonly shelf: FileShelf
  readonly log: Log
}

interface FileToFetch {
  readonly file_id: string
  readonly file_unique_id: string
  readonly size: number | null
}

/** The transport with two methods of ours beside Telegram's: {@link DOWNLOAD_FILE} and {@link DISCARD_FILE}. */
export function createDownloadDoor(door: DownloadDoor): Transport {
  const tellOfDisk = createDiskLog(door.log)
  return {
    async call(method, payload, signal) {
      if (method !== DOWNLOAD_FILE && method !== DISCARD_FILE)
        return door.transport.call(method, payload, signal)
      const file = payload as FileToFetch
      const work = method === DOWNLOAD_FILE ? download(door, file, signal) : discard(door, file)
      const answer = await work.catch((error: unknown) => afterError(error, tellOfDisk))
      if (answer.kind === 'ok') tellOfDisk(null)
      if (answer.kind === 'error' && answer.code === 400)
        door.log.warn({ reason: answer.description }, 'A file is not copied')
      return answer
    },
  }
}

async function download(
  { shelf, ...source }: DownloadDoor,
  file: FileToFetch,
  signal?: AbortSignal,
): Promise<TransportAnswer> {
  // A process may have died between the rename and the row.
  const known = await shelf.find(file.file_unique_id)
  if (known !== null) return { kind: 'ok', result: { file: known } }
  if ((file.size ?? 0) > MAX_DOWNLOAD_BYTES) return TOO_BIG
  const opened = await openFile(source, file.file_id, MAX_DOWNLOAD_BYTES, signal)
  if (opened.kind !== 'open') return opened
  const limits = { size: opened.size, atMost: MAX_DOWNLOAD_BYTES }
  return { kind: 'ok', result: { file: await shelf.put(file.file_unique_id, opened.body, limits) } }
}

/** Gone is gone, whoever has seen to it. */
async function discard(
  { shelf }: DownloadDoor,
  file: Pick<FileToFetch, 'file_unique_id'>,
): Promise<TransportAnswer> {
  await shelf.remove(file.file_unique_id)
  return { kind: 'ok', result: true }
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
