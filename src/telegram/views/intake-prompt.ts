import type { InlineKeyboardButton } from 'grammy/types'
import type { Catalog, Problem } from '../../domain/catalog.ts'
import { DESCRIPTION_MAX, DESCRIPTION_MIN, joinDescription } from '../../domain/intake/description.ts'
import type { Draft, IntakeStep } from '../../domain/intake/draft.ts'
import type { Hint } from '../../domain/intake/hints.ts'
import { ordersOffered } from '../../domain/intake/offer-orders.ts'
import { chosen } from '../../domain/intake/steps.ts'
import { TAP } from '../../domain/intake/tapped.ts'
import type { Texts } from '../../texts/texts.ts'
import { hintRows, hintWords } from './intake-hints.ts'
import { askPhotos, photoRows } from './intake-photos.ts'
import { htmlText, htmlUnderPicture, keyboard, pairs, tapButton } from './keyboard.ts'
import { askReply, type ReplyWays, replyRows, reviewReply } from './reply-prompt.ts'

export interface PromptNote {
  /** HTML above the question. */
  readonly text: string | null
  /** The note about a missing order number is already on the screen. */
  readonly warned: boolean
  /** Below the review. */
  readonly hints: readonly Hint[]
  readonly ways: ReplyWays
}

/** The question of one step, with its buttons. */
export function intakePrompt(
  t: Texts,
  catalog: Catalog,
  draft: Draft,
  step: IntakeStep,
  note: PromptNote,
  promptId: string,
): Record<string, unknown> {
  const body = question(t, catalog, draft, step, note.ways) + hintWords(t, note.hints)
  const tapOf = (label: string, value: string) =>
    tapButton(label, { kind: 'intake', draftId: draft.id, step, value, promptId })
  const text = note.text === null ? body : `${note.text}\n\n${body}`
  const picture = step === 'answer' ? chosen(draft, catalog).problem?.answer?.picture : undefined
  const shown = picture === undefined ? htmlText(text) : htmlUnderPicture(text, picture)
  return { ...shown, ...keyboard(...rows(t, catalog, draft, step, note, tapOf)) }
}

function question(t: Texts, catalog: Catalog, draft: Draft, step: IntakeStep, ways: ReplyWays): string {
  const { problem } = chosen(draft, catalog)
  switch (step) {
    case 'consent':
      return t.html('ask-consent')
    case 'category':
      return t.html('ask-category')
    case 'problem':
      return t.html('ask-problem', { category: chosen(draft, catalog).category?.title[t.language] ?? '' })
    case 'answer':
      return readyAnswer(t, problem)
    case 'order':
      return askOrder(t, catalog, draft)
    case 'description': {
      const lines = [t.html('ask-description', { min: DESCRIPTION_MIN, max: DESCRIPTION_MAX })]
      if (problem?.hint !== undefined)
        lines.push(t.html('ask-description-hint', { hint: problem.hint[t.language] }))
      if (draft.editing === 'description') lines.push(t.html('ask-description-anew'))
      return lines.join('\n')
    }
    case 'photos':
      return askPhotos(t, draft)
    case 'reply':
      return askReply(t, draft)
    case 'review':
      return review(t, catalog, draft, ways)
    default:
      return step satisfies never
  }
}

function readyAnswer(t: Texts, problem: Problem | null): string {
  const title = t.html('answer-title', { problem: problem?.title[t.language] ?? '' })
  const text = t.html('answer-text', { value: problem?.answer?.text[t.language] ?? '' })
  return `${title}\n${text}\n\n${t.html('answer-question')}`
}

function askOrder(t: Texts, catalog: Catalog, draft: Draft): string {
  const question = t.html('ask-order', { example: catalog.orderNumber.example })
  const offersEarlier = draft.orderOffers === undefined && ordersOffered(draft).length > 0
  return offersEarlier ? `${question} ${t.html('ask-order-earlier')}` : question
}

function review(t: Texts, catalog: Catalog, draft: Draft, ways: ReplyWays): string {
  const { category, problem } = chosen(draft, catalog)
  const lines = [
    t.html('review-title'),
    '',
    t.html('review-category', { value: category?.title[t.language] ?? '' }),
    t.html('review-problem', { value: problem?.title[t.language] ?? '' }),
  ]
  if (typeof draft.orderNumber === 'string') lines.push(t.html('review-order', { value: draft.orderNumber }))
  else if (problem !== null && problem.order !== 'none') lines.push(t.html('review-no-order'))
  lines.push(t.html('review-photos', { count: draft.attachments.length }))
  if (draft.kept.length > 0) lines.push(t.html('review-kept', { count: draft.kept.length }))
  lines.push(...reviewReply(t, draft, ways))
  lines.push('', t.html('review-description', { value: joinDescription(draft.description) }))
  return lines.join('\n')
}

type Row = readonly InlineKeyboardButton[]

function rows(
  t: Texts,
  catalog: Catalog,
  draft: Draft,
  step: IntakeStep,
  { warned, hints, ways }: PromptNote,
  labelled: TapOf,
): readonly Row[] {
  const tap: TapOf = (key, value) => labelled(t.plain(key), value)
  const cancel = tap('button-cancel', TAP.cancel)
  const last: Row =
    draft.editing === null || step === 'review' ? [cancel] : [tap('button-back', TAP.back), cancel]
  switch (step) {
    case 'consent':
      return [[tap('button-agree', TAP.agree)], last]
    case 'category':
      return [...pairs(titles(t, labelled, catalog.categories)), last]
    case 'problem': {
      const problems = chosen(draft, catalog).category?.problems ?? []
      const back = tap('button-back', TAP.back)
      return [...titles(t, labelled, problems).map((button) => [button]), [back, cancel]]
    }
    case 'answer': {
      const { link } = chosen(draft, catalog).problem?.answer ?? {}
      const more = link === undefined ? [] : [{ text: t.plain('button-answer-link'), url: link }]
      const back = tap('button-back', TAP.back)
      return [
        more,
        [tap('button-helped', TAP.helped)],
        [tap('button-need-help', TAP.needHelp)],
        [back, cancel],
      ]
    }
    case 'order':
      return [
        ...orderRows(t, draft, labelled),
        [warned ? tap('button-no-order-anyway', TAP.none2) : tap('button-no-order', TAP.none)],
        last,
      ]
    case 'description':
      return [last]
    case 'photos':
      return [...photoRows(t, draft, labelled), last]
    case 'reply':
      return replyRows(t, draft, ways, labelled)
    case 'review':
      return [...hintRows(t, draft.id, hints), ...reviewRows(tap, catalog, draft), last]
    default:
      return step satisfies never
  }
}

type TapOf = (key: string, value: string) => InlineKeyboardButton

/** A number that was read out of what was typed takes a yes; of several, one is chosen. */
function orderRows(t: Texts, draft: Draft, labelled: TapOf): readonly Row[] {
  const offers = ordersOffered(draft)
  const isQuestion = draft.orderOffers !== undefined && offers.length === 1
  return offers.map(({ key, number }) => [
    labelled(isQuestion ? t.plain('button-order-yes', { number }) : number, key),
  ])
}

function reviewRows(tap: TapOf, catalog: Catalog, draft: Draft): readonly Row[] {
  const { problem } = chosen(draft, catalog)
  const edit = (key: string, field: IntakeStep) => tap(key, `${TAP.edit}${field}`)
  const order = problem !== null && problem.order !== 'none' ? [edit('button-edit-order', 'order')] : []
  return [
    [tap('button-send', TAP.send)],
    [edit('button-edit-category', 'category'), edit('button-edit-problem', 'problem')],
    [...order, edit('button-edit-description', 'description'), edit('button-edit-photos', 'photos')],
    [edit('button-edit-reply', 'reply')],
  ]
}

function titles(
  t: Texts,
  labelled: TapOf,
  entries: readonly { readonly id: string; readonly title: Readonly<Record<Texts['language'], string>> }[],
): InlineKeyboardButton[] {
  return entries.map((entry) => labelled(entry.title[t.language], entry.id))
}
