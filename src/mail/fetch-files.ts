import type { LetterFile } from '../app/letter.ts'
import type { LetterToSend } from './mailer.ts'

/** Bytes. Together they are what most servers take, as mail makes four bytes out of three. */
const EACH_AT_MOST = 10 * 1024 * 1024
const ALL_AT_MOST = 17 * 1024 * 1024

/** Reads a file from Telegram. `gone`: it can't be had; `later`: not now. @throws nothing */
export type FetchFile = (
  fileId: string,
  atMost: number,
  signal?: AbortSignal,
) => Promise<
  | { readonly kind: 'read'; readonly path: string; readonly bytes: Uint8Array }
  | { readonly kind: 'gone' | 'later' }
>

export interface FetchedFiles {
  readonly attachments: LetterToSend['attachments']
  /** Names of those that are too big, or are not to be had. */
  readonly missing: readonly string[]
  /** Telegram was not to be reached: another try may bring what is missing. */
  readonly isAway: boolean
}

export async function fetchFiles(
  fetchFile: FetchFile,
  files: readonly LetterFile[],
  signal?: AbortSignal,
): Promise<FetchedFiles> {
  const attachments: LetterToSend['attachments'][number][] = []
  const missing: string[] = []
  let room = ALL_AT_MOST
  let isAway = false
  for (const [index, file] of files.entries()) {
    const atMost = Math.min(EACH_AT_MOST, room)
    const fetched =
      (file.size ?? 0) > atMost ? ({ kind: 'gone' } as const) : await fetchFile(file.fileId, atMost, signal)
    if (fetched.kind === 'read') {
      const content = Buffer.from(fetched.bytes)
      room -= content.length
      attachments.push({ filename: nameOf(file, index, fetched.path), content, contentType: file.mimeType })
    } else {
      isAway ||= fetched.kind === 'later'
      missing.push(nameOf(file, index, ''))
    }
  }
  return { attachments, missing, isAway }
}

/** A name that is no path anywhere; a photo has none of its own. */
function nameOf({ fileName }: LetterFile, index: number, path: string): string {
  const own = (fileName ?? '').replace(/[\\/\p{Cc}\p{Cf}]/gu, '_').trim()
  if (own !== '') return own
  const ending = /\.\w{1,5}$/.exec(path)?.[0] ?? ''
  return `${index + 1}${ending}`
}
