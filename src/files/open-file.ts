import type { Transport, TransportAnswer } from '../delivery/ports.ts'

/** https://core.telegram.org/bots/api#getfile, bytes. */
export const MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024

/** Where Telegram's files are. */
export interface FileSource {
  readonly transport: Transport
  /** The Bot API's root and the bot's token in it. Neither stored nor logged. */
  readonly filesUrl: string
}

export type FailedAnswer = Exclude<TransportAnswer, { kind: 'ok' }>

/** A file whose bytes are about to come. */
export interface OpenFile {
  readonly kind: 'open'
  /** At Telegram. */
  readonly path: string
  /** Bytes, where Telegram says. */
  readonly size: number | null
  readonly body: ReadableStream<Uint8Array>
}

/** @param atMost in bytes; a file that is known to be bigger is not begun with. @throws what `fetch` throws */
export async function openFile(
  { transport, filesUrl }: FileSource,
  fileId: string,
  atMost: number,
  signal?: AbortSignal,
): Promise<OpenFile | FailedAnswer> {
  const answer = await transport.call('getFile', { file_id: fileId }, signal)
  if (answer.kind !== 'ok') return afterRefusal(answer)
  const { file_path: path, file_size: size } = answer.result as { file_path?: unknown; file_size?: unknown }
  if (typeof path !== 'string' || !isBelow(path))
    return refusal(400, 'The file has no place to fetch it from')
  const announced = typeof size === 'number' ? size : null
  if ((announced ?? 0) > atMost) return TOO_BIG
  const response = await fetch(`${filesUrl}/${path.split('/').map(encodeURIComponent).join('/')}`, {
    redirect: 'error',
    headers: { 'accept-encoding': 'identity' },
    ...(signal === undefined ? {} : { signal }),
  })
  if (!response.ok || response.body === null) {
    await response.body?.cancel()
    return afterStatus(response)
  }
  return { kind: 'open', path, size: announced, body: response.body }
}

/** A whole file in memory. `gone`: Telegram will not give it, or it is too big; `later`: it may another time. */
export type ReadFile =
  | { readonly kind: 'read'; readonly path: string; readonly bytes: Buffer }
  | { readonly kind: 'gone' }
  /** `answer`: Telegram's, where there was one. */
  | { readonly kind: 'later'; readonly answer: FailedAnswer | null }

/** @param atMost in bytes */
export async function readFile(
  source: FileSource,
  fileId: string,
  atMost: number,
  signal?: AbortSignal,
): Promise<ReadFile> {
  try {
    const file = await openFile(source, fileId, atMost, signal)
    if (file.kind !== 'open')
      return file.kind === 'error' && file.code === 400 ? { kind: 'gone' } : { kind: 'later', answer: file }
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of file.body) {
      size += chunk.length
      if (size > atMost) return { kind: 'gone' }
      chunks.push(chunk)
    }
    if (file.size !== null && file.size !== size) return { kind: 'later', answer: null }
    return { kind: 'read', path: file.path, bytes: Buffer.concat(chunks) }
  } catch {
    return { kind: 'later', answer: null }
  }
}

/** A path that leads upwards, or nowhere, is no path of Telegram's. */
function isBelow(path: string): boolean {
  return path.split('/').every((step) => !['', '.', '..'].includes(step))
}

export const TOO_BIG = refusal(400, 'The file is too big: Telegram lets a bot fetch 20 MB')

export function refusal(code: number, description: string): TransportAnswer & { kind: 'error' } {
  return { kind: 'error', code, description, parameters: {} }
}

/** Answers that are not about the file. */
const ABOUT_US: readonly number[] = [401, 409, 429]

/** About the bot itself, whatever file was asked for. */
export function isAboutUs(answer: FailedAnswer | null): boolean {
  return answer?.kind === 'error' && ABOUT_US.includes(answer.code)
}

function afterRefusal(answer: FailedAnswer): FailedAnswer {
  if (answer.kind !== 'error' || answer.code >= 500 || isAboutUs(answer)) return answer
  // Telegram says this of a wrong id and of a file it can't reach just now alike: it is asked again, some times.
  if (/temporarily unavailable/i.test(answer.description))
    return { kind: 'lost', description: answer.description }
  return refusal(400, answer.description)
}

function afterStatus({ status, headers }: Response): FailedAnswer {
  if (status < 400 || status >= 500) return { kind: 'lost', description: `The file came with ${status}` }
  if (status === 401) return refusal(401, 'Unauthorized')
  if (status !== 429) return refusal(400, `The file is gone: instead of it came ${status}`)
  const retryAfter = Number(headers.get('retry-after'))
  return {
    ...refusal(429, 'Too Many Requests'),
    parameters: retryAfter > 0 ? { retry_after: retryAfter } : {},
  }
}
