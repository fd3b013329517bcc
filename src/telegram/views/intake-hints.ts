import type { InlineKeyboardButton } from 'grammy/types'
import type { Hint } from '../../domain/intake/hints.ts'
import { formatTicketNumber } from '../../domain/ticket-number.ts'
import type { Texts } from '../../texts/texts.ts'
import { flawLines } from './intake-photos.ts'
import { tapButton } from './keyboard.ts'

/** What stands below the review; nothing of it has to be done. */
export function hintWords(t: Texts, hints: readonly Hint[]): string {
  if (hints.length === 0) return ''
  return ['\n', t.html('hints-title'), ...hints.map((hint) => words(t, hint))].join('\n')
}

function words(t: Texts, hint: Hint): string {
  switch (hint.kind) {
    case 'duplicate': {
      const number = formatTicketNumber(hint.ticket.number)
      return t.html(hint.by === 'order' ? 'hint-same-order' : 'hint-same-words', { number })
    }
    case 'order':
      return t.html('hint-order', { number: hint.orderNumber })
    case 'photos':
      return `${flawLines(t, hint.photos)} ${t.html('hint-photos')}`
    case 'abuse':
      return t.html('hint-abuse')
    case 'facts': {
      const list = new Intl.ListFormat(t.language, { type: 'conjunction' })
      return t.html('hint-facts', { facts: list.format(hint.missing.map((fact) => t.plain(`fact-${fact}`))) })
    }
    default:
      return hint satisfies never
  }
}

/** A way into the ticket that is open already. */
export function hintRows(
  t: Texts,
  draftId: string,
  hints: readonly Hint[],
): readonly (readonly InlineKeyboardButton[])[] {
  return hints.flatMap((hint) => {
    if (hint.kind !== 'duplicate') return []
    const label = t.plain('button-add-to', { number: formatTicketNumber(hint.ticket.number) })
    return [[tapButton(label, { kind: 'into', draftId, ticketId: hint.ticket.id })]]
  })
}
