import type { Desk } from '../../app/desk.ts'
import { isCode, mailCode } from '../../app/mail-code.ts'
import type { Draft } from '../../domain/intake/draft.ts'
import type { IntakeOutcome } from '../../domain/intake/input.ts'
import type { ReplyGround } from '../../domain/intake/reply-answer.ts'
import type { Customer } from '../../domain/people.ts'
import type { DeskContext } from '../context.ts'

/** What the form may know of a customer who says how to answer. */
export function replyGround({
  customer,
  desk,
}: {
  readonly customer: Customer
  readonly desk: Pick<Desk, 'now' | 'rules'>
}): ReplyGround {
  return {
    now: desk.now,
    sendsMail: desk.rules.sendsMail ?? false,
    email: customer.email,
    codesSent: customer.pace?.codes ?? [],
    isCode,
  }
}

/** Does what the form has decided about an address: mails a code, or keeps what was confirmed. @returns the form after that */
export function settleReply(ctx: DeskContext, outcome: IntakeOutcome): Draft {
  if (outcome.confirmedEmail !== undefined) {
    ctx.customer = { ...ctx.customer, email: outcome.confirmedEmail }
    ctx.desk.stores.customers.save(ctx.customer)
  }
  if (outcome.mailCodeTo === undefined) return outcome.draft
  const mailed = mailCode(ctx.desk, ctx.customer, outcome.draft, outcome.mailCodeTo)
  ctx.customer = mailed.customer
  return mailed.draft
}
