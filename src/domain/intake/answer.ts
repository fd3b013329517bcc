import type { Catalog } from '../catalog.ts'
import { findCategory, findProblem } from '../catalog.ts'
import type { FormattedText } from '../message-content.ts'
import { attach } from './attachments.ts'
import { continuesSplit, describe } from './description.ts'
import type { Draft, DraftAttachment, IntakeStep, KeptMessage } from './draft.ts'
import { readOrderAnswer } from './order-answer.ts'
import { chosen, nextStep } from './steps.ts'

/** What arrives while a draft is open. */
export type IntakeInput =
  | { readonly kind: 'tap'; readonly step: IntakeStep; readonly value: string }
  | { readonly kind: 'text'; readonly body: FormattedText; readonly message: KeptMessage }
  /** The words under a photo: the description, or the order number asked for, never a mistyped one. */
  | { readonly kind: 'caption'; readonly body: FormattedText; readonly message: KeptMessage }
  | { readonly kind: 'attachment'; readonly attachment: DraftAttachment }
  | { readonly kind: 'other'; readonly message: KeptMessage }

/** What became of it, beyond moving to the next step; each has its words in both languages. */
export type IntakeNote =
  | { readonly kind: 'stale-tap' }
  | { readonly kind: 'order-wrong' }
  | { readonly kind: 'order-required' }
  | { readonly kind: 'too-short'; readonly length: number }
  | { readonly kind: 'too-long'; readonly length: number }
  | { readonly kind: 'kept-as-description' }
  | { readonly kind: 'added-to-description' }
  | { readonly kind: 'photo-kept'; readonly count: number }
  | { readonly kind: 'photo-added' }
  | { readonly kind: 'photo-refused' }
  | { readonly kind: 'kept-for-ticket' }
  | { readonly kind: 'kept-full' }

export interface IntakeOutcome {
  readonly draft: Draft
  readonly note: IntakeNote | null
  readonly consent?: true
  readonly finish?: 'send' | 'cancel'
}

/** Loose messages one draft holds; past it we say so instead of growing without end. */
const MAX_KEPT = 100

/** Button values that are not ids of the catalogue. */
export const TAP = {
  agree: 'yes',
  none: 'none',
  none2: 'none2',
  done: 'done',
  removeLast: 'rm',
  send: 'send',
  cancel: 'cancel',
  back: 'back',
  edit: 'edit',
} as const

/** The rule of the form: where an input goes, given the step that is being asked. Pure; the time is the caller's. */
export function answerIntake(
  draft: Draft,
  input: IntakeInput,
  catalog: Catalog,
  consentGiven: boolean,
): IntakeOutcome {
  const step = nextStep(draft, catalog, consentGiven)
  switch (input.kind) {
    case 'tap':
      return tapped(draft, step, input.step, input.value, catalog)
    case 'text':
    case 'caption':
      return typed(draft, step, input, catalog)
    case 'attachment':
      return attached(draft, step, input.attachment)
    case 'other':
      return keep(draft, input.message, { kind: 'kept-for-ticket' })
    default:
      return input satisfies never
  }
}

function tapped(
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
    case 'order':
      return tappedOrder(draft, value, catalog)
    case 'description':
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

function tappedOrder(draft: Draft, value: string, catalog: Catalog): IntakeOutcome {
  const required = chosen(draft, catalog).problem?.order === 'required'
  // Where the shop needs the number, the first tap says where to find it; the second one goes on without.
  if (value === TAP.none && required) return { draft, note: { kind: 'order-required' } }
  if (value !== TAP.none && value !== TAP.none2) return stale(draft)
  return { draft: { ...draft, orderNumber: null, editing: null }, note: null }
}

function tappedPhotos(draft: Draft, value: string): IntakeOutcome {
  if (value === TAP.done) return { draft: { ...draft, photosDone: true, editing: null }, note: null }
  // The count in the button makes a second tap on the same screen remove nothing more.
  if (value !== `${TAP.removeLast}${draft.attachments.length}` || draft.attachments.length === 0)
    return stale(draft)
  return { draft: { ...draft, attachments: draft.attachments.slice(0, -1) }, note: null }
}

function tappedReview(draft: Draft, value: string): IntakeOutcome {
  if (value === TAP.send) return { draft, note: null, finish: 'send' }
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

type Typed = Extract<IntakeInput, { kind: 'text' | 'caption' }>

function typed(draft: Draft, step: IntakeStep, input: Typed, catalog: Catalog): IntakeOutcome {
  const { body, message } = input
  if (step !== 'order' || continuesSplit(draft, message.sentAt)) {
    return typedDescription(draft, step, body, message)
  }
  const answer = readOrderAnswer(catalog, body.text)
  if (answer.kind === 'words' || (answer.kind === 'wrong' && input.kind === 'caption')) {
    return typedDescription(draft, step, body, message)
  }
  const orderMessageId = message.messageId
  if (answer.kind === 'wrong') return { draft: { ...draft, orderMessageId }, note: { kind: 'order-wrong' } }
  return { draft: { ...draft, orderNumber: answer.number, orderMessageId, editing: null }, note: null }
}

/** At its own step a text is the description; elsewhere it is added to it, and the customer is told. */
function typedDescription(
  draft: Draft,
  step: IntakeStep,
  body: FormattedText,
  message: KeptMessage,
): IntakeOutcome {
  const verdict = describe(draft, { ...body, messageId: message.messageId }, message.sentAt)
  switch (verdict.kind) {
    case 'too-long': {
      const complete = step !== 'description' && draft.descriptionDone
      return keep(
        draft,
        message,
        complete ? { kind: 'kept-for-ticket' } : { kind: 'too-long', length: verdict.length },
      )
    }
    case 'too-short':
      return {
        draft: { ...draft, description: verdict.parts, descriptionDone: false },
        note:
          step === 'description'
            ? { kind: 'too-short', length: verdict.length }
            : { kind: 'kept-as-description' },
      }
    case 'taken': {
      const editing = step === 'description' ? null : draft.editing
      const kind = draft.descriptionDone ? 'added-to-description' : 'kept-as-description'
      return {
        draft: { ...draft, description: verdict.parts, descriptionDone: true, editing },
        note: step === 'description' ? null : { kind },
      }
    }
    default:
      return verdict satisfies never
  }
}

function attached(draft: Draft, step: IntakeStep, attachment: DraftAttachment): IntakeOutcome {
  const verdict = attach(draft.attachments, attachment)
  const next: Draft = { ...draft, attachments: verdict.attachments }
  if (verdict.refused) return { draft: next, note: { kind: 'photo-refused' } }
  const known = verdict.attachments === draft.attachments
  if (step === 'photos' || known) return { draft: next, note: { kind: 'photo-added' } }
  return { draft: next, note: { kind: 'photo-kept', count: next.attachments.length } }
}

function keep(draft: Draft, message: KeptMessage, note: IntakeNote): IntakeOutcome {
  if (draft.kept.length >= MAX_KEPT) return { draft, note: { kind: 'kept-full' } }
  return { draft: { ...draft, kept: [...draft.kept, message] }, note }
}

function stale(draft: Draft): IntakeOutcome {
  return { draft, note: { kind: 'stale-tap' } }
}
