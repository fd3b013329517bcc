import { describe, expect, test } from 'vitest'
import { answerIntake } from '../../../src/domain/intake/answer.ts'
import type { Draft } from '../../../src/domain/intake/draft.ts'
import type { IntakeOutcome } from '../../../src/domain/intake/input.ts'
import { codeMailed, type ReplyGround } from '../../../src/domain/intake/reply-answer.ts'
import { CODE_TRIES, nextCodeAt, type ReplyStage } from '../../../src/domain/intake/reply-wish.ts'
import { newDraft, nextStep } from '../../../src/domain/intake/steps.ts'
import { TAP } from '../../../src/domain/intake/tapped.ts'
import { aMessage, CATALOG, NOW, words } from '../builders.ts'

const ADDRESS = 'anna@mail.example'
const SECRET = { salt: 'salt', hash: '123456' }

const GROUND: ReplyGround = {
  now: NOW,
  sendsMail: true,
  email: null,
  codesSent: [],
  isCode: (digits, { hash }) => digits === hash,
}

function at(stage: ReplyStage): Draft {
  return {
    ...newDraft({ id: 'draft', customerId: 'customer', now: NOW }),
    categoryId: 'delivery',
    problemId: 'advice',
    description: [{ ...words('It is still not here.'), messageId: 1 }],
    descriptionDone: true,
    photosDone: true,
    editing: 'reply',
    replyStage: stage,
  }
}

const AT_CODE = codeMailed(at({ at: 'address' }), ADDRESS, SECRET, NOW)

function types(draft: Draft, text: string, ground: Partial<ReplyGround> = {}): IntakeOutcome {
  const input = { kind: 'text', body: words(text), message: aMessage(9, text) } as const
  return answerIntake(draft, input, CATALOG, true, { ...GROUND, ...ground })
}

function taps(draft: Draft, value: string, ground: Partial<ReplyGround> = {}): IntakeOutcome {
  return answerIntake(draft, { kind: 'tap', step: 'reply', value }, CATALOG, true, { ...GROUND, ...ground })
}

const later = (minutes: number) => ({ now: new Date(NOW.getTime() + minutes * 60_000) })

describe('the question of how to answer', () => {
  test('is asked from the review alone: nobody has to answer it', () => {
    const { editing: _, replyStage: __, ...rest } = at({ at: 'choice' })
    expect(nextStep({ ...rest, editing: null }, CATALOG, true)).toBe('review')
  })

  test('offers no mail where there is none', () => {
    expect(taps(at({ at: 'choice' }), TAP.mail, { sendsMail: false }).note).toEqual({ kind: 'stale-tap' })
    expect(types(at({ at: 'choice' }), ADDRESS, { sendsMail: false }).mailCodeTo).toBeUndefined()
  })

  test('takes a confirmed address by one tap, and no other', () => {
    const { draft } = taps(at({ at: 'choice' }), TAP.myMail, { email: ADDRESS })
    expect(draft.reply).toEqual({ channel: 'email', to: ADDRESS })
    expect(nextStep(draft, CATALOG, true)).toBe('review')
    expect(taps(at({ at: 'choice' }), TAP.myMail).note).toEqual({ kind: 'stale-tap' })
  })

  test('can be answered with the chat alone again', () => {
    const draft = { ...at({ at: 'choice' }), reply: { channel: 'call', to: '89123456789' } } as const
    expect(taps(draft, TAP.chatOnly).draft).not.toHaveProperty('reply')
  })

  test('leads back step by step, and leaves what was chosen before', () => {
    const chosen = { ...AT_CODE, reply: { channel: 'call', to: '89123456789' } } as const
    const back = taps(chosen, TAP.otherWay).draft
    expect(back.replyStage).toEqual({ at: 'choice' })
    expect(taps(back, TAP.otherWay).note).toEqual({ kind: 'stale-tap' })
    const left = taps(back, TAP.back).draft
    expect([left.editing, left.reply]).toEqual([null, chosen.reply])
  })
})

describe('a typed address', () => {
  test.each(['choice', 'address'] as const)('is asked a code for, also at the step “%s”', (stage) => {
    expect(types(at({ at: stage }), `mailto:${ADDRESS}`).mailCodeTo).toBe(ADDRESS)
  })

  test('that is confirmed already needs no code', () => {
    const outcome = types(at({ at: 'address' }), ADDRESS, { email: ADDRESS })
    expect([outcome.mailCodeTo, outcome.draft.reply?.to]).toEqual([undefined, ADDRESS])
  })

  test('with a mistake is explained, and shown as it was typed', () => {
    const { note, draft } = types(at({ at: 'address' }), 'аnna@mail.example')
    expect(note).toEqual({ kind: 'email-wrong', fault: 'cyrillic', typed: 'аnna@mail.example' })
    expect(draft.description).toHaveLength(1)
  })

  test('in a longer story leaves the story in the description', () => {
    const story = `Пишите мне на ${ADDRESS}, а ещё курьер приехал не туда и уронил коробку на лестнице.`
    const { draft, mailCodeTo } = types(at({ at: 'address' }), story)
    expect(mailCodeTo).toBeUndefined()
    expect(draft.description.at(-1)?.text).toBe(story)
  })

  test('in place of a code is another address', () => {
    expect(types(AT_CODE, 'boris@mail.example').mailCodeTo).toBe('boris@mail.example')
  })
})

describe('a code', () => {
  test('confirms the address, however its digits are spaced', () => {
    const outcome = types(AT_CODE, ' 123 456 ', later(14))
    expect(outcome.confirmedEmail).toBe(ADDRESS)
    expect(outcome.draft.reply).toEqual({ channel: 'email', to: ADDRESS })
    expect(outcome.draft).not.toHaveProperty('replyStage')
    expect(nextStep(outcome.draft, CATALOG, true)).toBe('review')
  })

  test('is not taken after fifteen minutes', () => {
    expect(types(AT_CODE, '123456', later(15)).note).toEqual({ kind: 'code-expired' })
  })

  test('can be mistyped five times; then the right one is of no use any more', () => {
    let draft = AT_CODE
    const notes = Array.from({ length: CODE_TRIES }, (_, index) => {
      const outcome = types(draft, `00000${index}`)
      draft = outcome.draft
      return outcome.note
    })
    expect(notes.slice(0, -1)).toEqual([4, 3, 2, 1].map((left) => ({ kind: 'code-wrong', left })))
    expect(notes.at(-1)).toEqual({ kind: 'code-spent' })
    expect(types(draft, '123456')).toMatchObject({ note: { kind: 'code-spent' } })
    expect(types(draft, '123456').confirmedEmail).toBeUndefined()
  })

  test('of other digits than six costs no try', () => {
    const outcome = types(AT_CODE, '12345')
    expect([outcome.note, outcome.draft]).toEqual([{ kind: 'code-form' }, AT_CODE])
  })

  test('is mailed again after a minute, not earlier', () => {
    const codesSent = [NOW.getTime()]
    const soon = taps(AT_CODE, TAP.codeAgain, { codesSent, now: new Date(NOW.getTime() + 20_000) })
    expect(soon.note).toEqual({ kind: 'code-later', seconds: 40 })
    expect(taps(AT_CODE, TAP.codeAgain, { codesSent, ...later(1) }).mailCodeTo).toBe(ADDRESS)
  })

  test('is mailed three times within an hour, whatever the addresses', () => {
    const minute = 60_000
    const sent = [0, 10, 20].map((at) => NOW.getTime() + at * minute)
    expect(nextCodeAt(sent, new Date(NOW.getTime() + 30 * minute))).toEqual(
      new Date(NOW.getTime() + 60 * minute),
    )
    expect(nextCodeAt(sent, new Date(NOW.getTime() + 60 * minute))).toBeNull()
  })
})

describe('a number to be called back at', () => {
  test('is typed', () => {
    const { draft } = types(at({ at: 'phone' }), '+7 912 345-67-89')
    expect(draft.reply).toEqual({ channel: 'call', to: '+79123456789' })
  })

  test('or comes as a contact; elsewhere a contact goes along with the ticket', () => {
    const content = {
      kind: 'contact',
      phoneNumber: '79123456789',
      firstName: 'Anna',
      lastName: null,
    } as const
    const input = { kind: 'other', message: aMessage(9, content) } as const
    const { draft } = answerIntake(at({ at: 'phone' }), input, CATALOG, true, GROUND)
    expect([draft.reply, draft.kept]).toEqual([{ channel: 'call', to: '79123456789' }, []])
    expect(answerIntake(AT_CODE, input, CATALOG, true, GROUND).draft.kept).toHaveLength(1)
  })

  test('that is none is asked for again', () => {
    expect(types(at({ at: 'phone' }), '12').note).toEqual({ kind: 'phone-wrong', typed: '12' })
  })
})
