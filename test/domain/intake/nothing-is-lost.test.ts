import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerIntake } from '../../../src/domain/intake/answer.ts'
import { joinDescription } from '../../../src/domain/intake/description.ts'
import { type Draft, INTAKE_STEPS } from '../../../src/domain/intake/draft.ts'
import type { IntakeInput, IntakeNote, IntakeOutcome } from '../../../src/domain/intake/input.ts'
import { codeMailed, type ReplyGround, stageOf } from '../../../src/domain/intake/reply-answer.ts'
import { newDraft, nextStep } from '../../../src/domain/intake/steps.ts'
import { TAP } from '../../../src/domain/intake/tapped.ts'
import { aMessage, aPhoto, CATALOG, NOW, words } from '../builders.ts'

const EMPTY = newDraft({ id: 'draft', customerId: 'customer', now: NOW })

const aText = fc.oneof(
  fc.constantFrom('12345678', 'a-1', 'короче', 'The courier did not come yesterday.', '<b>&<3', '👍'),
  fc.constantFrom('anna@mail.example', 'аnna@mail.example', '+7 912 345-67-89', '123 456', '654321'),
  fc.integer({ min: 1, max: 4096 }).map((length) => 'я'.repeat(length)),
)
const aTap = fc.tuple(
  fc.constantFrom(...INTAKE_STEPS),
  fc.constantFrom(
    TAP.agree,
    ...['delivery', 'other', 'late', 'point', 'advice', 'how-to'],
    ...[TAP.none, TAP.none2, TAP.done, TAP.back, TAP.send, TAP.needHelp, 'rm1', 'rm2', 'rm5'],
    ...['editcategory', 'editproblem', 'editorder', 'editdescription', 'editphotos', 'editreply', 'forged'],
    ...[TAP.chatOnly, TAP.myMail, TAP.mail, TAP.call, TAP.codeAgain, TAP.otherAddress, TAP.otherWay],
  ),
)
/** Codes are mailed, and 123456 is always the one. */
const GROUND: ReplyGround = {
  now: NOW,
  sendsMail: true,
  email: 'boris@mail.example',
  codesSent: [],
  isCode: (digits) => digits === '123456',
}

/** What the form decides, and what becomes of it where a code is mailed. */
function answer(draft: Draft, input: IntakeInput, consent: boolean): IntakeOutcome {
  const outcome = answerIntake(draft, input, CATALOG, consent, GROUND)
  if (outcome.mailCodeTo === undefined) return outcome
  return { ...outcome, draft: codeMailed(outcome.draft, outcome.mailCodeTo, { salt: '', hash: '' }, NOW) }
}

/** One thing the customer does; message ids grow and seconds pass as they come. */
const aMove = fc.oneof(
  { weight: 4, arbitrary: aTap.map(([step, value]) => ({ kind: 'tap' as const, step, value })) },
  // A button of the question that is being asked.
  { weight: 6, arbitrary: aTap.map(([, value]) => ({ kind: 'tap-here' as const, value })) },
  { weight: 3, arbitrary: aText.map((text) => ({ kind: 'text' as const, text })) },
  { weight: 1, arbitrary: aText.map((text) => ({ kind: 'caption' as const, text })) },
  { weight: 2, arbitrary: fc.constant({ kind: 'attachment' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'other' as const }) },
)
type Move = typeof aMove extends fc.Arbitrary<infer T> ? T : never

function inputOf(move: Move, draft: Draft, consent: boolean, messageId: number): IntakeInput {
  switch (move.kind) {
    case 'tap':
      return move
    case 'tap-here':
      return { kind: 'tap', step: nextStep(draft, CATALOG, consent), value: move.value }
    case 'text':
    case 'caption': {
      const message = aMessage(messageId, move.text, messageId * 2)
      return { kind: move.kind, body: words(move.text), message }
    }
    case 'attachment':
      return { kind: 'attachment', attachment: aPhoto(messageId) }
    case 'other':
      return { kind: 'other', message: aMessage(messageId, { kind: 'location', latitude: 1, longitude: 2 }) }
    default:
      return move satisfies never
  }
}

/** Every message the draft holds in some place. */
function heldIn(draft: Draft): ReadonlySet<number> {
  const all = [
    ...draft.description,
    ...(draft.previousDescription ?? []),
    ...draft.attachments,
    ...draft.kept,
  ]
  return new Set(all.map((part) => part.messageId))
}

/** The customer reads that the message was not taken, and why. */
const REFUSALS: readonly IntakeNote['kind'][] = [
  ...(['order-wrong', 'photo-refused', 'kept-full', 'email-wrong', 'phone-wrong'] as const),
  ...(['code-form', 'code-wrong', 'code-spent'] as const),
]

describe('whatever a customer does in the form', () => {
  test('each text, photo and other message is in the draft, was the order number, or was refused in words', () => {
    fc.assert(
      fc.property(fc.array(aMove, { maxLength: 60 }), (moves) => {
        let draft = EMPTY
        let consent = false
        for (const [index, move] of moves.entries()) {
          const messageId = index + 1
          const input = inputOf(move, draft, consent, messageId)
          const outcome = answer(draft, input, consent)
          consent ||= outcome.consent === true
          if (input.kind !== 'tap') {
            const held = heldIn(outcome.draft).has(messageId)
            const wasNumber = outcome.draft.orderMessageId === messageId
            const refused = outcome.note !== null && REFUSALS.includes(outcome.note.kind)
            const wasAddress = outcome.mailCodeTo !== undefined
            const wasWish = outcome.draft.reply !== draft.reply
            expect(held || wasNumber || wasAddress || wasWish || refused).toBe(true)
            for (const id of heldIn(draft)) {
              const displaced = outcome.note?.kind === 'photo-refused'
              const replaced = draft.previousDescription?.some((part) => part.messageId === id)
              expect(heldIn(outcome.draft).has(id) || displaced || replaced).toBe(true)
            }
          }
          draft = outcome.draft
          expect(draft.attachments.length).toBeLessThanOrEqual(5)
          expect(joinDescription(draft.description).length).toBeLessThanOrEqual(3000)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('a button tapped twice does what one tap does, and the second one is answered', () => {
    fc.assert(
      fc.property(fc.array(aMove, { maxLength: 40 }), (moves) => {
        let draft = EMPTY
        let consent = false
        for (const [index, move] of moves.entries()) {
          const input = inputOf(move, draft, consent, index + 1)
          const once = answer(draft, input, consent)
          consent ||= once.consent === true
          if (input.kind === 'tap' && once.finish === undefined) {
            const twice = answer(once.draft, input, consent)
            expect(twice.draft).toEqual(once.draft)
          }
          draft = once.draft
        }
      }),
      { numRuns: 300 },
    )
  })

  test('the form can always be finished: no state is a dead end', () => {
    fc.assert(
      fc.property(fc.array(aMove, { maxLength: 40 }), (moves) => {
        let draft = EMPTY
        for (const [index, move] of moves.entries())
          draft = answer(draft, inputOf(move, draft, true, index + 1), true).draft
        for (let turn = 0; nextStep(draft, CATALOG, true) !== 'review'; turn += 1) {
          expect(turn).toBeLessThan(10)
          draft = answer(draft, sensible(draft, 1000 + turn), true).draft
        }
        const sent = answer(draft, { kind: 'tap', step: 'review', value: TAP.send }, true)
        expect(sent.finish).toBe('send')
      }),
    )
  })
})

/** What a customer who just wants to get through answers. */
function sensible(draft: Draft, messageId: number): IntakeInput {
  const step = nextStep(draft, CATALOG, true)
  if (step === 'description') {
    const text = 'It is still not here.'
    return { kind: 'text', body: words(text), message: aMessage(messageId, text, messageId * 10) }
  }
  const first = draft.categoryId === 'other' ? 'other' : 'late'
  const values = {
    consent: TAP.agree,
    category: 'delivery',
    problem: first,
    answer: TAP.needHelp,
    order: TAP.none2,
    photos: TAP.done,
    reply: stageOf(draft).at === 'choice' ? TAP.chatOnly : TAP.otherWay,
  }
  return { kind: 'tap', step, value: step === 'review' ? TAP.send : values[step] }
}
