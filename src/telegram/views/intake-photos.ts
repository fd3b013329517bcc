import type { InlineKeyboardButton } from 'grammy/types'
import { MAX_ATTACHMENTS } from '../../domain/intake/attachments.ts'
import type { Draft } from '../../domain/intake/draft.ts'
import { type FlawedPhoto, flawedPhotos } from '../../domain/intake/photo-flaws.ts'
import { TAP } from '../../domain/intake/tapped.ts'
import type { Texts } from '../../texts/texts.ts'

/** How many files there are, and which of the photos can hardly be read. */
export function askPhotos(t: Texts, draft: Draft): string {
  const question = t.html('ask-photos', { count: draft.attachments.length, max: MAX_ATTACHMENTS })
  const flawed = flawedPhotos(draft)
  if (flawed.length === 0) return question
  return `${question}\n\n${flawLines(t, flawed)}\n${t.html('photos-advice', { count: flawed.length })}`
}

/** Which photo it is, and why: a line each. */
export function flawLines(t: Texts, photos: readonly FlawedPhoto[]): string {
  return photos.map(({ flaw, number, total }) => t.html(`photo-${flaw}`, { number, total })).join('\n')
}

/** A photo that can hardly be read goes with a tap, whichever it is. */
export function photoRows(
  t: Texts,
  draft: Draft,
  tap: (label: string, value: string) => InlineKeyboardButton,
): readonly (readonly InlineKeyboardButton[])[] {
  const count = draft.attachments.length
  if (count === 0) return [[tap(t.plain('button-skip'), TAP.done)]]
  const flawed = flawedPhotos(draft).map(({ number, total, key }) => [
    tap(t.plain('button-remove-photo', { number, total }), `${TAP.remove}${key}`),
  ])
  const last = tap(t.plain('button-remove-last'), `${TAP.removeLast}${count}`)
  return [[tap(t.plain('button-done'), TAP.done)], ...flawed, [last]]
}
