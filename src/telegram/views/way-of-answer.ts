import { maskEmail } from '../../domain/email.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { Texts } from '../../texts/texts.ts'

const KEYS = {
  opened: { email: 'ticket-also-mailed', call: 'ticket-also-call' },
  changed: { email: 'ticket-now-mailed', call: 'ticket-also-call' },
  shown: { email: 'ticket-mailed', call: 'ticket-call' },
} as const

/**
 * Tells the customer where else than in the chat the answer goes; nothing where it goes nowhere else.
 * @param when under the confirmation, after a change, or on the ticket's screen
 */
export function wayOfAnswer(t: Texts, ticket: Ticket, when: keyof typeof KEYS): readonly string[] {
  const { replyChannel, replyTo } = ticket
  if (replyTo === null || replyChannel === 'telegram') return []
  const to = replyChannel === 'email' ? { email: maskEmail(replyTo) } : { number: replyTo }
  return [t.html(KEYS[when][replyChannel], to)]
}
