import type { TicketError, TicketErrorCode } from '../../../domain/errors.ts'
import type { Ticket } from '../../../domain/ticket.ts'
import type { Texts } from '../../../texts/texts.ts'
import { staffStatusWord } from '../../views/words.ts'

const KEYS: Readonly<Partial<Record<TicketErrorCode, string>>> = {
  'not-yours': 'staff-not-yours',
  'merge-itself': 'merge-itself',
  'merge-other-customer': 'merge-other-customer',
  'merge-into-ended': 'merge-into-ended',
}

/** Why not, in a sentence for the group. */
export function refusalInWords(t: Texts, error: TicketError, ticket: Ticket): string {
  const key = KEYS[error.code]
  return key === undefined
    ? t.html('staff-refused', { status: staffStatusWord(t, ticket.status) })
    : t.html(key)
}

/** Why not, in the answer to a tap. */
export function refusalInToast(t: Texts, error: TicketError, ticket: Ticket): string {
  const key = KEYS[error.code]
  return key === undefined
    ? t.plain('tap-too-late', { status: staffStatusWord(t, ticket.status) })
    : t.plain(key)
}
