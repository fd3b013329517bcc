import { describe, expect, test } from 'vitest'
import { answerIntake } from '../../../src/domain/intake/answer.ts'
import { joinDescription, visibleCharacters } from '../../../src/domain/intake/description.ts'
import type { Draft } from '../../../src/domain/intake/draft.ts'
import type { IntakeOutcome } from '../../../src/domain/intake/input.ts'
import { readOrderAnswer } from '../../../src/domain/intake/order-answer.ts'
import { newDraft, nextStep } from '../../../src/domain/intake/steps.ts'
import { aMessage, CATALOG, NOW, words } from '../builders.ts'

const EMPTY = newDraft({ id: 'draft', customerId: 'customer', now: NOW })
const AT_ORDER: Draft = { ...EMPTY, categoryId: 'delivery', problemId: 'late' }
const AT_DESCRIPTION: Draft = { ...AT_ORDER, problemId: 'advice' }

function type(draft: Draft, text: string, messageId = 1, sentAt = 0): IntakeOutcome {
  const message = aMessage(messageId, text, sentAt)
  return answerIntake(draft, { kind: 'text', body: words(text), message }, CATALOG, true)
}

describe('at the order step', () => {
  test.each([
    ['12345678', 'number'],
    [' A-1234 ', 'number'],
    ['1234', 'wrong'],
    ['нет', 'wrong'],
    ['Номер заказа 123', 'wrong'],
    ['1234-5678-9012-3456-7890', 'wrong'],
    ['Курьер не приехал', 'words'],
    ['Мой заказ 123 так никто не привёз', 'words'],
    ['1'.repeat(41), 'words'],
  ])('“%s” is taken as: %s', (typed, kind) => {
    expect(readOrderAnswer(CATALOG, typed).kind).toBe(kind)
  })

  test('the end of a text that the client split is kept with its beginning, not read as a number', () => {
    const first = type(AT_ORDER, 'я'.repeat(4096), 1, 100)
    const second = type(first.draft, '12345678', 2, 101)
    expect(second.draft.kept.map(({ messageId }) => messageId)).toEqual([1, 2])
    expect(nextStep(second.draft, CATALOG, true)).toBe('order')
  })
})

describe('a description', () => {
  test.each([
    [9, 'too-short'],
    [10, null],
    [3000, null],
    [3001, 'too-long'],
  ])('of %i characters: %s', (length, note) => {
    const outcome = type(AT_DESCRIPTION, 'я'.repeat(length))
    expect(outcome.note?.kind ?? null).toBe(note)
  })

  test('is completed by the next text when the first was too short', () => {
    const draft = type(type(AT_DESCRIPTION, 'Не').draft, 'приехал курьер', 2).draft
    expect(joinDescription(draft.description)).toBe('Не\nприехал курьер')
    expect(nextStep(draft, CATALOG, true)).toBe('photos')
  })

  test('is not made of marks nobody sees', () => {
    expect(visibleCharacters('\u200b\u200e\u202e\u2060\ufeff')).toBe(0)
    expect(type(AT_DESCRIPTION, '\u200b'.repeat(30)).note).toEqual({ kind: 'too-short', length: 0 })
  })

  test('that is complete lets a further text too long for it go along as a message of its own', () => {
    const complete = type(AT_DESCRIPTION, 'я'.repeat(2990)).draft
    const outcome = type(complete, 'И ещё: номер не отвечает', 2, 60)
    expect(outcome.note).toEqual({ kind: 'kept-for-ticket' })
    expect(outcome.draft.kept).toHaveLength(1)
  })

  test('typed anew and given up returns to what the review showed', () => {
    const tap = (draft: Draft, value: string) =>
      answerIntake(draft, { kind: 'tap', step: nextStep(draft, CATALOG, true), value }, CATALOG, true).draft
    const reviewed = tap(type(AT_DESCRIPTION, 'Курьер не приехал вчера.').draft, 'done')
    const short = type(tap(reviewed, 'editdescription'), 'Не', 2).draft
    const back = tap(short, 'back')
    expect(nextStep(back, CATALOG, true)).toBe('review')
    expect(joinDescription(back.description)).toBe('Курьер не приехал вчера.')
  })
})

test('a caption that is no order number describes the problem', () => {
  const caption = { kind: 'caption', body: words('чек'), message: aMessage(1, 'чек') } as const
  const outcome = answerIntake(AT_ORDER, caption, CATALOG, true)
  expect(outcome.note).toEqual({ kind: 'kept-as-description' })
  expect(joinDescription(outcome.draft.description)).toBe('чек')
})
