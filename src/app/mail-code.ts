import { createHash, timingSafeEqual } from 'node:crypto'
import type { Draft } from '../domain/intake/draft.ts'
import { codeMailed } from '../domain/intake/reply-answer.ts'
import { CODE_DIGITS, type CodeSecret, codesOfLastHour } from '../domain/intake/reply-wish.ts'
import { countCode } from '../domain/pace.ts'
import type { Customer } from '../domain/people.ts'
import type { Desk } from './desk.ts'

/** Mails a new code to an address, in place of an earlier one. @returns the form that asks for it, not saved yet */
export function mailCode(
  desk: Desk,
  customer: Customer,
  draft: Draft,
  email: string,
): { readonly draft: Draft; readonly customer: Customer } {
  const code = String(desk.ids.randomBelow(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0')
  const salt = desk.ids.next()
  const recent = codesOfLastHour(customer.pace?.codes ?? [], desk.now)
  const counted = { ...customer, pace: countCode(customer.pace, recent, desk.now) }
  desk.stores.customers.save(counted)
  desk.notices.codeWanted({ customer: counted, draftId: draft.id, email, code })
  return {
    draft: codeMailed(draft, email, { salt, hash: hashOf(code, salt) }, desk.now),
    customer: counted,
  }
}

/** Whether these digits are the code. */
export function isCode(digits: string, { salt, hash }: CodeSecret): boolean {
  return timingSafeEqual(Buffer.from(hashOf(digits, salt)), Buffer.from(hash))
}

function hashOf(code: string, salt: string): string {
  return createHash('sha256').update(`${salt}:${code}`).digest('base64url')
}
