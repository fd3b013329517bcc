import { mkdir, mkdtemp, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { LocalFile, SEND_REPORT } from '../delivery/outgoing-call.ts'
import type { Log, Transport, TransportAnswer } from '../delivery/ports.ts'
import { EXPORTS_FOLDER } from './export-door.ts'
import { refusal } from './open-file.ts'

/** What is to be sent, and how. */
export interface ReportToSend {
  readonly kind: 'made'
  /** Null: there is no file, the caption says it all. */
  readonly file: {
    readonly as: 'photo' | 'document'
    readonly name: string
    readonly parts: readonly (string | Uint8Array)[]
  } | null
  /** HTML. */
  readonly caption: string
}

export interface ReportDoor {
  readonly transport: Transport
  readonly dataDir: string
  /** `nobody`: there is nothing any more to make it of. */
  readonly make: (
    order: object,
    signal?: AbortSignal,
  ) => Promise<ReportToSend | { readonly kind: 'nobody' } | Exclude<TransportAnswer, { kind: 'ok' }>>
  readonly log: Log
}

/** The transport with one method of ours beside Telegram's: {@link SEND_REPORT}. */
export function createReportDoor(door: ReportDoor): Transport {
  return {
    async call(method, payload, signal) {
      if (method !== SEND_REPORT) return door.transport.call(method, payload, signal)
      try {
        return await sendReport(door, payload as ReportCall, signal)
      } catch (error) {
        // Nothing has been sent: the file was not finished.
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
        const description = `The report could not be made (${code})`
        door.log.warn({ code }, 'A report could not be made')
        // Who has asked for it is told, and asks again; one that comes by itself is tried again.
        return isForGroup(payload as ReportCall)
          ? { kind: 'not-sent', description }
          : refusal(400, description)
      }
    },
  }
}

interface ReportCall {
  readonly chat_id: number
  readonly order: object
}

/** Groups have negative ids. */
function isForGroup({ chat_id }: ReportCall): boolean {
  return chat_id < 0
}

async function sendReport(
  door: ReportDoor,
  { chat_id, order }: ReportCall,
  signal?: AbortSignal,
): Promise<TransportAnswer> {
  const shown = await showWork(door, chat_id, signal)
  if (shown.kind === 'error' && shown.code === 403) return shown
  const report = await door.make(order, signal)
  if (report.kind === 'nobody') return refusal(400, 'There is nothing to make a report of')
  if (report.kind !== 'made') return report
  const { file, caption } = report
  const words = { chat_id, parse_mode: 'HTML' }
  if (file === null) return door.transport.call('sendMessage', { ...words, text: caption }, signal)
  const root = join(door.dataDir, EXPORTS_FOLDER)
  await mkdir(root, { recursive: true, mode: 0o700 })
  const folder = await mkdtemp(join(root, 'report-'))
  try {
    const path = join(folder, 'report')
    await write(path, file.parts)
    const method = file.as === 'photo' ? 'sendPhoto' : 'sendDocument'
    const message = { ...words, caption, [file.as]: new LocalFile(path, file.name) }
    return await door.transport.call(method, message, signal)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A person sees that something is on its way; who can't be written to needs no report. A group is spared the action. */
async function showWork(
  { transport }: ReportDoor,
  chatId: number,
  signal?: AbortSignal,
): Promise<TransportAnswer> {
  if (chatId < 0) return { kind: 'ok', result: true }
  return transport.call('sendChatAction', { chat_id: chatId, action: 'upload_document' }, signal)
}

async function write(path: string, parts: readonly (string | Uint8Array)[]): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    for (const part of parts) await file.appendFile(part)
  } finally {
    await file.close()
  }
}
