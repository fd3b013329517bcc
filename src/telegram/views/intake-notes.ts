import { MAX_ATTACHMENTS } from '../../domain/intake/attachments.ts'
import { DESCRIPTION_MAX, DESCRIPTION_MIN } from '../../domain/intake/description.ts'
import type { Draft } from '../../domain/intake/draft.ts'
import type { IntakeNote } from '../../domain/intake/input.ts'
import { ordersOffered } from '../../domain/intake/offer-orders.ts'
import type { Texts } from '../../texts/texts.ts'

/** What became of a message that did not simply answer the question. */
export function noteText(t: Texts, note: IntakeNote, draft: Draft, orderExample: string): string | null {
  switch (note.kind) {
    case 'order-wrong':
      return t.html('note-order-wrong', { example: orderExample })
    case 'order-required':
      return t.html('note-order-required', { example: orderExample })
    case 'order-asked':
      return orderAsked(t, draft, note.asDescription)
    case 'too-short':
      return t.html('note-too-short', { length: note.length, min: DESCRIPTION_MIN })
    case 'too-long':
      return t.html('note-too-long', { length: note.length, max: DESCRIPTION_MAX })
    case 'kept-as-description':
      return t.html('note-kept-as-description')
    case 'added-to-description':
      return t.html('note-added-to-description')
    case 'photo-kept':
      return t.html('note-photo-kept', { count: draft.attachments.length })
    case 'photo-refused':
      return t.html(note.captionKept ? 'note-photo-refused-caption' : 'note-photo-refused', {
        max: MAX_ATTACHMENTS,
      })
    case 'kept-for-ticket':
      return t.html('note-kept-for-ticket', { count: draft.kept.length })
    case 'kept-full':
      return t.html('note-kept-full')
    case 'stale-tap':
    case 'photo-added':
      return null
    default:
      return note satisfies never
  }
}

/** One number is shown for a yes, several to choose from. */
function orderAsked(t: Texts, draft: Draft, asDescription: boolean): string {
  const [number, ...more] = ordersOffered(draft).map((offer) => offer.number)
  const question =
    more.length === 0 ? t.html('note-order-check', { number: number ?? '' }) : t.html('note-order-which')
  return asDescription ? `${t.html('note-kept-as-description')}\n${question}` : question
}
