import type { FormattedText } from '../message-content.ts'
import type { DescriptionPart, Draft } from './draft.ts'

export const DESCRIPTION_MIN = 10
export const DESCRIPTION_MAX = 3000
/** A client splits a long text into messages sent one right after the other. Seconds. */
const SPLIT_GAP_S = 3

/** Length as Telegram counts, in UTF-16 code units: what fits by this count fits into our own messages too. */
export function characters(text: string): number {
  return text.length
}

/** Length as a person sees: an emoji is one, marks without a shape of their own (zero width, direction) are none. */
export function visibleCharacters(text: string): number {
  return [...text.replace(/[\p{Cf}\p{Cc}\u115f\u1160\u3164\u2800]/gu, '')].length
}

export function joinDescription(parts: readonly FormattedText[]): string {
  return parts
    .map((part) => part.text.trim())
    .filter((text) => text !== '')
    .join('\n')
}

export function descriptionFits(parts: readonly FormattedText[]): boolean {
  const text = joinDescription(parts)
  return visibleCharacters(text) >= DESCRIPTION_MIN && characters(text) <= DESCRIPTION_MAX
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
  const text = joinDescription(parts)
  if (characters(text) > DESCRIPTION_MAX) return { kind: 'too-long', length: characters(text) }
  const length = visibleCharacters(text)
  return length < DESCRIPTION_MIN ? { kind: 'too-short', parts, length } : { kind: 'taken', parts }
}

/** Whether a text sent now is a further part of one that the client split, whose first part was too long and is kept. */
export function continuesSplit(draft: Draft, sentAt: number): boolean {
  return splitRunBefore(draft, sentAt) > 0
}

/** How many characters of one split text were kept just before this message; 0 when it stands alone. */
function splitRunBefore(draft: Draft, sentAt: number): number {
  let total = 0
  let nextAt = sentAt
  for (const message of [...draft.kept].reverse()) {
    if (message.content.kind !== 'text' || Math.abs(nextAt - message.sentAt) > SPLIT_GAP_S) break
    total += characters(message.content.body.text)
    nextAt = message.sentAt
  }
  return total > DESCRIPTION_MAX ? total : 0
}
