import { describe, expect, test } from 'vitest'
import type { Draft } from '../../../src/domain/intake/draft.ts'
import { type HintGround, hintsFor } from '../../../src/domain/intake/hints.ts'
import { newDraft } from '../../../src/domain/intake/steps.ts'
import type { OrderFacts } from '../../../src/domain/order-facts.ts'
import { aTicket, CATALOG, NOW, words } from '../builders.ts'

const DAY_MS = 86_400_000

function aDraft(text: string, more: Partial<Draft> = {}): Draft {
  return {
    ...newDraft({ id: 'draft', customerId: 'customer', now: NOW }),
    ...{ categoryId: 'delivery', problemId: 'late', descriptionDone: true, photosDone: true },
    description: [{ ...words(text), messageId: 1 }],
    ...more,
  }
}

function hints(draft: Draft, ground: Partial<HintGround> = {}) {
  return hintsFor(draft, {
    catalog: CATALOG,
    open: [],
    order: null,
    now: NOW,
    isAbusive: () => false,
    ...ground,
  })
}

describe('an order', () => {
  const draft = aDraft('Курьер не приехал', { orderNumber: '12345678' })
  const facts = { found: true, belongs: null, date: null, items: [], status: null }
  const saidAgo = (ms: number, more: Partial<OrderFacts>) =>
    hints(draft, { order: { facts: { ...facts, ...more }, at: new Date(NOW.getTime() - ms) } })

  test('is doubted in the same words whether the shop does not know it or it is somebody else’s', () => {
    const doubt = [{ kind: 'order', orderNumber: '12345678' }]
    expect(saidAgo(0, { found: false })).toEqual(doubt)
    expect(saidAgo(0, { belongs: false })).toEqual(doubt)
  })

  test.each([
    ['the shop knows it', 0, {}],
    ['the shop knows whose it is', 0, { belongs: true }],
    ['the shop did not know it an hour ago', 3_600_000, { found: false }],
  ])('is not doubted where %s', (_, ms, more) => {
    expect(saidAgo(ms, more)).toEqual([])
  })
})

describe('the same told twice', () => {
  const description = 'Курьер не приехал вчера вечером, деньги уже списали'

  test('is noticed by the order number, whatever the words', () => {
    const open = [aTicket({ orderNumber: '12345678', description: 'Совсем о другом' })]
    expect(hints(aDraft(description, { orderNumber: '12345678' }), { open })).toMatchObject([
      { kind: 'duplicate', by: 'order', ticket: { id: 'ticket' } },
    ])
  })

  test.each([
    ['word for word', description, true],
    ['in another order, with other signs', 'Деньги списали уже! Вчера вечером курьер не приехал…', true],
    ['with a word more', `${description}, верните`, true],
    ['as another story of the same courier', 'Курьер приехал, но привёз чужую посылку', false],
    ['in two words', 'не приехал', false],
  ])('is looked for in the words: %s', (_, text, isSame) => {
    const found = hints(aDraft(text), { open: [aTicket({ description })] })
    expect(found.some((hint) => hint.kind === 'duplicate')).toBe(isSame)
  })

  test('a week later is a new story, and so is another order', () => {
    const open = [aTicket({ orderNumber: '12345678', createdAt: new Date(NOW.getTime() - 8 * DAY_MS) })]
    expect(hints(aDraft('Опять не привезли', { orderNumber: '12345678' }), { open })).toEqual([])
    const other = [aTicket({ orderNumber: '87654321' })]
    expect(hints(aDraft('Опять не привезли', { orderNumber: '12345678' }), { open: other })).toEqual([])
  })

  test('two tickets without a number are not the same for that', () => {
    expect(
      hints(aDraft('Не работает сайт', { orderNumber: null }), { open: [aTicket({ orderNumber: null })] }),
    ).toEqual([])
  })
})

describe('facts that would help', () => {
  const [category, ...others] = CATALOG.categories
  const catalog = {
    ...CATALOG,
    categories: [
      {
        ...category,
        problems: category?.problems.map((one) => ({ ...one, facts: ['date', 'amount'] as const })) ?? [],
      },
      ...others,
    ] as typeof CATALOG.categories,
  }

  test.each([
    ['Списали деньги, заказа нет', ['date', 'amount']],
    ['Вчера списали 1 500 ₽', []],
    ['12.11 списали 1500 руб.', []],
    ['3 ноября списали 1500р', []],
    ['2026-11-03: -1500.00 RUB', []],
    ['Charged $20 on November 3', []],
    ['On Monday I was charged €15.50', []],
    ['Списали тысячу в среду', ['amount']],
    ['Списали 990 рублей за заказ 12345678', ['date']],
    ['Номер 12345678-0001, картой', ['date', 'amount']],
    ['Сегодняшний день не забуду', ['date', 'amount']],
    ['Списали 5 раз', ['date', 'amount']],
  ])('“%s” lacks %j', (text, missing) => {
    const found = hints(aDraft(text), { catalog })
    expect(found.flatMap((hint) => (hint.kind === 'facts' ? hint.missing : []))).toEqual(missing)
  })

  test('are asked for only where the catalogue says that they help', () => {
    expect(hints(aDraft('Списали деньги, заказа нет'))).toEqual([])
  })
})

test('harsh words are noticed beside all else', () => {
  const found = hints(aDraft('Верните деньги, такие-то'), { isAbusive: (text) => text.includes('такие-то') })
  expect(found).toEqual([{ kind: 'abuse' }])
})
