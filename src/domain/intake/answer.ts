import type { Catalog } from '../catalog.ts'
import type { FormattedText } from '../message-content.ts'
import { attach } from './attachments.ts'
import { continuesSplit, describe } from './description.ts'
import type { Draft, DraftAttachment, IntakeStep, KeptMessage } from './draft.ts'
import type { IntakeInput, IntakeNote, IntakeOutcome } from './input.ts'
import { offerOrders, withOrder, withoutOffers } from './offer-orders.ts'
import { readOrderAnswer } from './order-answer.ts'
import { CHAT_OR_CALL, type ReplyGround, sharedReply, tappedReply, typedReply } from './reply-answer.ts'
import { nextStep } from './steps.ts'
import { TAP, tapped } from './tapped.ts'

/** Loose messages one draft holds; past it we say so instead of growing without end. */
const MAX_KEPT = 100

/** The rule of the form: where an input goes, given the step that is being asked. Pure; the time is the caller's. */
export function answerIntake(
  draft: Draft,
  input: IntakeInput,
  catalog: Catalog,
  consentGiven: boolean,
  ground: ReplyGround = CHAT_OR_CALL,
): IntakeOutcome {
  const step = nextStep(draft, catalog, consentGiven)
  switch (input.kind) {
    case 'tap':
      if (step === 'reply' && input.step === step && input.value !== TAP.cancel)
        return tappedReply(draft, input.value, ground)
      return tapped(draft, step, input.step, input.value, catalog)
    case 'text':
      if (step !== 'reply' || continuesSplit(draft, input.message.sentAt))
        return typed(draft, step, input, catalog)
      return typedReply(draft, input.body.text, ground) ?? typed(draft, step, input, catalog)
    case 'caption':
      return typed(draft, step, input, catalog)
    case 'attachment':
      return attached(draft, step, input.attachment)
    case 'other': {
      const shared = step === 'reply' ? sharedReply(draft, input.message) : null
      return shared ?? keep(draft, input.message, { kind: 'kept-for-ticket' })
    }
    default:
      return input satisfies never
  }
}

type Typed = Extract<IntakeInput, { kind: 'text' | 'caption' }>

function typed(draft: Draft, step: IntakeStep, input: Typed, catalog: Catalog): IntakeOutcome {
  const { body, message } = input
  if (step !== 'order' || continuesSplit(draft, message.sentAt)) {
    return typedDescription(draft, step, body, message)
  }
  const answer = readOrderAnswer(catalog, body.text)
  const orderMessageId = message.messageId
  switch (answer.kind) {
    case 'number':
      return { draft: { ...withOrder(draft, answer.number), orderMessageId }, note: null }
    case 'asked': {
      const isStory = answer.isStory || input.kind === 'caption'
      return askOrder(draft, isStory ? typedDescription(draft, step, body, message) : null, {
        numbers: answer.numbers,
        orderMessageId,
      })
    }
    case 'wrong':
      // The words under a photo are a description sooner than a mistyped number.
      if (input.kind === 'caption') return typedDescription(draft, step, body, message)
      return { draft: { ...withoutOffers(draft), orderMessageId }, note: { kind: 'order-wrong' } }
    case 'words':
      return typedDescription(draft, step, body, message)
    default:
      return answer satisfies never
  }
}

/** Numbers to choose from; the story they were found in is part of the description by now. */
function askOrder(
  draft: Draft,
  told: IntakeOutcome | null,
  { numbers, orderMessageId }: { readonly numbers: readonly string[]; readonly orderMessageId: number },
): IntakeOutcome {
  const offering = offerOrders(told?.draft ?? draft, numbers)
  if (told !== null) {
    const isKept = told.note?.kind === 'kept-as-description' || told.note?.kind === 'added-to-description'
    return { draft: offering, note: isKept ? { kind: 'order-asked', asDescription: true } : told.note }
  }
  return { draft: { ...offering, orderMessageId }, note: { kind: 'order-asked', asDescription: false } }
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
        draft: {
          ...withoutPrevious(draft, step),
          description: verdict.parts,
          descriptionDone: true,
          editing,
        },
        note: step === 'description' ? null : { kind },
      }
    }
    default:
      return verdict satisfies never
  }
}

/** Once a new description is complete, the earlier one is not returned to. */
function withoutPrevious(draft: Draft, step: IntakeStep): Draft {
  if (step !== 'description') return draft
  const { previousDescription: _, ...rest } = draft
  return rest
}

function attached(draft: Draft, step: IntakeStep, attachment: DraftAttachment): IntakeOutcome {
  const verdict = attach(draft.attachments, attachment)
  const next: Draft = { ...draft, attachments: verdict.attachments }
  if (verdict.refused) return refused(next, step, [...draft.attachments, attachment])
  const known = verdict.attachments === draft.attachments
  if (step === 'photos' || known) return { draft: next, note: { kind: 'photo-added' } }
  return { draft: next, note: { kind: 'photo-kept', count: next.attachments.length } }
}

/** A file that has no place goes, its caption stays: it was typed. */
function refused(draft: Draft, step: IntakeStep, parts: readonly DraftAttachment[]): IntakeOutcome {
  let current = draft
  let captionKept = false
  for (const { caption, messageId, albumId } of parts) {
    if (caption === null || draft.attachments.some((part) => part.messageId === messageId)) continue
    const body = { text: caption, entities: [] }
    const content = { kind: 'text', body } as const
    const message: KeptMessage = { messageId, albumId, content, replyToMessageId: null, sentAt: 0 }
    current = typedDescription(current, step, body, message).draft
    captionKept = true
  }
  return { draft: current, note: { kind: 'photo-refused', captionKept } }
}

function keep(draft: Draft, message: KeptMessage, note: IntakeNote): IntakeOutcome {
  if (draft.kept.length >= MAX_KEPT) return { draft, note: { kind: 'kept-full' } }
  return { draft: { ...draft, kept: [...draft.kept, message] }, note }
}
