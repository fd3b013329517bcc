import type { FormattedText } from '../message-content.ts'
import type { DescriptionPart, Draft, KeptMessage } from './draft.ts'

export const DESCRIPTION_MIN = 10
export const DESCRIPTION_MAX = 3000
/** A client splits a long text into messages sent one right after the other. Seconds. */
const SPLIT_GAP_S = 3

/** Length as a person counts: emoji and rare letters are one each. */
export function characters(text: string): number {
  return [...text].length
}

export function joinDescription(parts: readonly FormattedText[]): string {
  return parts
    .map((part) => part.text.trim())
    .filter((text) => text !== '')
    .join('\n')
}

export function descriptionFits(parts: readonly FormattedText[]): boolean {
  const length = characters(joinDescription(parts))
  return length >= DESCRIPTION_MIN && length <= DESCRIPTION_MAX
}

export type DescriptionVerdict =
  | { readonly kind: 'taken'; readonly parts: readonly DescriptionPart[] }
  | { readonly kind: 'too-short'; readonly parts: readonly DescriptionPart[]; readonly length: number }
  /** Does not fit; `length` counts the whole text, its earlier parts included. */
  | { readonly kind: 'too-long'; readonly length: number }

/** Adds a typed text to the description, or says why it does not fit; the caller keeps what does not fit. */
export function describe(draft: Draft, body: DescriptionPart, sentAt: number): DescriptionVerdict {
  const before = splitRunBefore(draft, sentAt)
  if (before > 0) return { kind: 'too-long', length: before + characters(body.text) }
  const parts = [...draft.description, body]
  const length = characters(joinDescription(parts))
  if (length > DESCRIPTION_MAX) return { kind: 'too-long', length: characters(body.text) }
  return length < DESCRIPTION_MIN ? { kind: 'too-short', parts, length } : { kind: 'taken', parts }
}

/** How many characters of one split text were kept just before this message; 0 when it stands alone. */
function splitRunBefore(draft: Draft, sentAt: number): number {
  let total = 0
  let nextAt = sentAt
  for (const message of [...draft.kept].reverse()) {
    if (!isLongText(message) || Math.abs(nextAt - message.sentAt) > SPLIT_GAP_S) break
    total += characters(message.content.kind === 'text' ? message.content.body.text : '')
    nextAt = message.sentAt
  }
  return total > DESCRIPTION_MAX ? total : 0
}

function isLongText(message: KeptMessage): boolean {
  return message.content.kind === 'text'
}
