import type { EmailFault } from '../../domain/email.ts'
import { MAX_ATTACHMENTS } from '../../domain/intake/attachments.ts'
import { DESCRIPTION_MAX, DESCRIPTION_MIN } from '../../domain/intake/description.ts'
import type { Draft } from '../../domain/intake/draft.ts'
import type { IntakeNote } from '../../domain/intake/input.ts'
import { ordersOffered } from '../../domain/intake/offer-orders.ts'
import { CODE_DIGITS } from '../../domain/intake/reply-wish.ts'
import type { Texts } from '../../texts/texts.ts'

const EMAIL_FAULTS: Readonly<Record<EmailFault, string>> = {
  none: 'note-email-none',
  several: 'note-email-several',
  cyrillic: 'note-email-cyrillic',
  domain: 'note-email-domain',
  form: 'note-email-form',
}
/** A longer wait is told in minutes. */
const SECONDS_AT_MOST = 90
const TYPED_SHOWN = 60

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
    case 'email-wrong':
      return t.html(EMAIL_FAULTS[note.fault], { typed: shortened(note.typed) })
    case 'email-confirmed':
      return t.html('note-email-confirmed')
    case 'code-later':
      return note.seconds > SECONDS_AT_MOST
        ? t.html('note-code-too-many', { minutes: Math.ceil(note.seconds / 60) })
        : t.html('note-code-later', { seconds: note.seconds })
    case 'code-form':
      return t.html('note-code-form', { digits: CODE_DIGITS })
    case 'code-wrong':
      return t.html('note-code-wrong', { left: note.left })
    case 'code-spent':
      return t.html('note-code-spent')
    case 'code-expired':
      return t.html('note-code-expired')
    case 'phone-wrong':
      return t.html('note-phone-wrong', { typed: shortened(note.typed) })
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

/** What was typed, so that it can be corrected without being looked up. */
function shortened(typed: string): string {
  const letters = [...typed.replace(/\s+/gu, ' ').trim()]
  return letters.length <= TYPED_SHOWN ? letters.join('') : `${letters.slice(0, TYPED_SHOWN).join('')}…`
}
