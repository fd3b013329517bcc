import type { Draft } from '../../domain/intake/draft.ts'
import type { Customer } from '../../domain/people.ts'
import { toCustomer } from '../outgoing.ts'
import { draftChoice } from '../views/draft-choice.ts'
import { htmlText } from '../views/keyboard.ts'
import type { NoticeScope } from './notice-scope.ts'

/** The form waits, with all that is in it. */
export function noticeOfDraft(
  scope: NoticeScope,
  { customer, draft }: { readonly customer: Customer; readonly draft: Draft },
): void {
  const t = scope.textsFor(customer.language)
  scope.unit.send(
    toCustomer(customer, {
      id: scope.ids.next(),
      method: 'sendMessage',
      payload: { ...htmlText(t.html('draft-left')), ...draftChoice(t, draft.id) },
      // Nobody misses a second reminder.
      policy: 'at-most-once',
    }),
  )
}
