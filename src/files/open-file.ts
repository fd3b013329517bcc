import type { Transport, TransportAnswer } from '../delivery/ports.ts'

/** https://core.telegram.org/bots/api#getfile, bytes. */
export const MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024

/** Where files come from. */
export interface FileSource {
  readonly transport: Transport
  /** The Bot API's root and the bot's token in it. Neither stored nor logged. */
  readonly filesUrl: string
}

export interface FileToFetch {
  readonly file_id: string
  /** Bytes, where Telegram says. */
  readonly size: number | null
}

export type FailedAnswer = Exclude<TransportAnswer, { kind: 'ok' }>

/** Its bytes are on their way; whoever asked has to read them, or to cancel. */
export interface OpenFile {
  readonly kind: 'open'
  readonly body: ReadableStream<Uint8Array>
  /** Bytes; null: not told. */
  readonly announced: number | null
}

/**
 * Asks Telegram where a file is and begins to fetch it.
 * @throws what `fetch` throws; its message may hold the URL, and so the token
 */
export async function openFile(
  { transport, filesUrl }: FileSource,
  file: FileToFetch,
  signal?: AbortSignal,
): Promise<OpenFile | FailedAnswer> {
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
  return { kind: 'open', body: response.body, announced }
}

/** A path that leads upwards, or nowhere, is no path of Telegram's. */
function isBelow(path: string): boolean {
  return path.split('/').every((step) => !['', '.', '..'].includes(step))
}

export const TOO_BIG = refusal(400, 'The file is too big: Telegram lets a bot fetch 20 MB')

function refusal(code: number, description: string): FailedAnswer & { kind: 'error' } {
  return { kind: 'error', code, description, parameters: {} }
}

/** Answers that are not about the file. */
const ABOUT_US: readonly number[] = [401, 409, 429]

export function isAboutUs(answer: FailedAnswer): boolean {
  return answer.kind === 'error' && ABOUT_US.includes(answer.code)
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
