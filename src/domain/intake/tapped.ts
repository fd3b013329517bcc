import type { Catalog } from '../catalog.ts'
import { findCategory, findProblem } from '../catalog.ts'
import type { Draft, IntakeStep } from './draft.ts'
import type { IntakeOutcome } from './input.ts'
import { ordersOffered, withOrder } from './offer-orders.ts'
import { withoutFlawed } from './photo-flaws.ts'
import { answerKey, chosen } from './steps.ts'

/** Button values that are not ids of the catalogue. */
export const TAP = {
  agree: 'yes',
  none: 'none',
  none2: 'none2',
  done: 'done',
  removeLast: 'rm',
  remove: 'rm-',
  send: 'send',
  cancel: 'cancel',
  back: 'back',
  edit: 'edit',
  helped: 'helped',
  needHelp: 'need',
  chatOnly: 'chat',
  myMail: 'mine',
  mail: 'mail',
  call: 'call',
  codeAgain: 'again',
  otherAddress: 'other',
  otherWay: 'ways',
} as const

/** What a tap on one of the form's buttons does, given the step that is being asked. */
export function tapped(
  draft: Draft,
  step: IntakeStep,
  at: IntakeStep,
  value: string,
  catalog: Catalog,
): IntakeOutcome {
  if (value === TAP.cancel) return { draft, note: null, finish: 'cancel' }
  if (at !== step) return stale(draft)
  if (value === TAP.back && draft.editing !== null) return { draft: stopEditing(draft), note: null }
  switch (step) {
    case 'consent':
      return value === TAP.agree ? { draft, note: null, consent: true } : stale(draft)
    case 'category':
      return findCategory(catalog, value)
        ? { draft: { ...draft, categoryId: value, problemId: null, editing: null }, note: null }
        : stale(draft)
    case 'problem':
      return tappedProblem(draft, value, catalog)
    case 'answer':
      return tappedAnswer(draft, value)
    case 'order':
      return tappedOrder(draft, value, catalog)
    case 'description':
    case 'reply':
      // At the latter all taps are taken by tappedReply.
      return stale(draft)
    case 'photos':
      return tappedPhotos(draft, value)
    case 'review':
      return tappedReview(draft, value)
    default:
      return step satisfies never
  }
}

function stopEditing(draft: Draft): Draft {
  const { previousDescription, ...rest } = draft
  if (draft.editing !== 'description' || previousDescription === undefined) return { ...rest, editing: null }
  // It was on the review, so it was complete; what was typed since goes with the change that is given up.
  return { ...rest, editing: null, description: previousDescription, descriptionDone: true }
}

function tappedProblem(draft: Draft, value: string, catalog: Catalog): IntakeOutcome {
  if (value === TAP.back) return { draft: { ...draft, categoryId: null, problemId: null }, note: null }
  if (draft.categoryId === null || !findProblem(catalog, draft.categoryId, value)) return stale(draft)
  return { draft: { ...draft, problemId: value, editing: null }, note: null }
}

function tappedAnswer(draft: Draft, value: string): IntakeOutcome {
  if (value === TAP.back) return { draft: { ...draft, problemId: null }, note: null }
  if (value === TAP.helped) return { draft, note: null, finish: 'helped' }
  if (value !== TAP.needHelp) return stale(draft)
  return { draft: { ...draft, answerRead: answerKey(draft) }, note: null, notHelped: true }
}

function tappedOrder(draft: Draft, value: string, catalog: Catalog): IntakeOutcome {
  const offer = ordersOffered(draft).find(({ key }) => key === value)
  if (offer !== undefined) return { draft: withOrder(draft, offer.number), note: null }
  const required = chosen(draft, catalog).problem?.order === 'required'
  // Where the shop needs the number, the first tap says where to find it; the second one goes on without.
  if (value === TAP.none && required) return { draft, note: { kind: 'order-required' } }
  if (value !== TAP.none && value !== TAP.none2) return stale(draft)
  return { draft: withOrder(draft, null), note: null }
}

function tappedPhotos(draft: Draft, value: string): IntakeOutcome {
  if (value === TAP.done) return { draft: { ...draft, photosDone: true, editing: null }, note: null }
  if (value.startsWith(TAP.remove)) {
    const without = withoutFlawed(draft, value.slice(TAP.remove.length))
    return without === null ? stale(draft) : { draft: without, note: null }
  }
  // The count in the button makes a second tap on the same screen remove nothing more.
  if (value !== `${TAP.removeLast}${draft.attachments.length}` || draft.attachments.length === 0)
    return stale(draft)
  return { draft: { ...draft, attachments: draft.attachments.slice(0, -1) }, note: null }
}

function tappedReview(draft: Draft, value: string): IntakeOutcome {
  if (value === TAP.send) return { draft, note: null, finish: 'send' }
  if (value === `${TAP.edit}reply`)
    return { draft: { ...draft, editing: 'reply', replyStage: { at: 'choice' } }, note: null }
  const field = value.startsWith(TAP.edit) ? value.slice(TAP.edit.length) : ''
  if (field === 'problem' || field === 'category' || field === 'order' || field === 'photos') {
    return { draft: { ...draft, editing: field }, note: null }
  }
  if (field !== 'description') return stale(draft)
  return {
    draft: { ...draft, editing: field, previousDescription: draft.description, description: [] },
    note: null,
  }
}

function stale(draft: Draft): IntakeOutcome {
  return { draft, note: { kind: 'stale-tap' } }
}
