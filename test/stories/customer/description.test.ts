import { expect, test } from 'vitest'
import {
  afterwards,
  createShiftedClock,
  inTopic,
  sendForm,
  shown,
  walk,
  walkTo,
  wordsOf,
} from '../../support/customer-story.ts'
import { openShop } from '../../support/open-shop.ts'

test('a description too short is kept, the bot says how much is missing, and the next text completes it', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'description')
  await afterwards(shop, () => anna.sendText('Не везут'))
  expect(shown(anna)).toMatch(/Пока 8 знаков, а нужно хотя бы 10.*сохранено/)
  await afterwards(shop, () => anna.sendText('третий день'))
  await walk(shop, anna, 'photos', 'review')
  expect(shown(anna)).toContain('Не везут\nтретий день')
})

test('a description of exactly 10 and one of exactly 3,000 characters are taken whole', async () => {
  const shop = await openShop()
  for (const text of ['Не привезли'.slice(0, 10), `${'ж'.repeat(2_999)}.`]) {
    const anna = shop.customer()
    await walkTo(shop, anna, 'description')
    await afterwards(shop, () => anna.sendText(text))
    await walk(shop, anna, 'photos', 'review')
    expect(shown(anna)).toContain(text)
    const number = await sendForm(shop, anna)
    expect(wordsOf(inTopic(shop, number)[0])).toContain(text)
  }
})

test.each([
  ['one message of 4,096 characters', 'я'.repeat(4096), [4096]],
  ['a text split over two messages', 'я'.repeat(4096) + 'ю'.repeat(700), [4096, 700]],
])(
  'a description too long, in %s, is kept whole and told; a short one is asked for',
  async (_, text, lengths) => {
    const clock = createShiftedClock()
    const shop = await openShop({ simulatorClock: clock })
    const anna = shop.customer()
    await walkTo(shop, anna, 'description')
    await afterwards(shop, () => anna.sendText(text))
    expect(shown(anna)).toMatch(
      new RegExp(`В тексте ${text.length.toLocaleString('ru')} знак.*Что случилось`, 's'),
    )
    clock.skip(10_000)
    await afterwards(shop, () => anna.sendText('Коротко: не привезли заказ.'))
    await walk(shop, anna, 'photos', 'review')
    expect(shown(anna)).toMatch(/Ещё приложим: \d сообщени.*Коротко: не привезли заказ/s)
    const [card, ...rest] = inTopic(shop, await sendForm(shop, anna))
    expect(wordsOf(card)).toContain('Коротко: не привезли заказ.')
    expect(wordsOf(card)).not.toContain('юю')
    expect(rest.map((message) => wordsOf(message).length)).toEqual(lengths)
  },
)

test('a long text at the order step is kept whole too: its end is not taken for a number', async () => {
  const clock = createShiftedClock()
  const shop = await openShop({ simulatorClock: clock })
  const anna = shop.customer()
  await walkTo(shop, anna, 'order')
  await afterwards(shop, () => anna.sendText(`${'я'.repeat(4096)}12345678`))
  expect(shown(anna)).toMatch(/В тексте 4.104 знак.*Номер заказа/s)
  clock.skip(10_000)
  await walk(shop, anna, 'order', 'review')
  const rest = inTopic(shop, await sendForm(shop, anna)).slice(1)
  expect(rest.map((message) => wordsOf(message).length)).toEqual([4096, 8])
})

test('a text written while choosing is kept as the description, and nobody asks for it again', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'consent')
  await afterwards(shop, () => anna.sendText('Курьер'))
  expect(shown(anna)).toMatch(/Сохранили ваш текст как описание.*Вы согласны/s)
  await walk(shop, anna, 'consent', 'problem')
  await afterwards(shop, () => anna.sendText('не приехал вчера'))
  expect(shown(anna)).toMatch(/Сохранили ваш текст как описание.*Что именно случилось/s)
  await walk(shop, anna, 'problem', 'description')
  expect(shown(anna)).toContain('Фото и чеки')
  await afterwards(shop, () => anna.sendText('И не позвонил'))
  expect(shown(anna)).toMatch(/Добавили к описанию.*Фото и чеки/s)
  await walk(shop, anna, 'photos', 'review')
  expect(shown(anna)).toContain('Курьер\nне приехал вчера\nИ не позвонил')
})

test('an edit of the description during the form is taken in, at its own step and at the review', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'description')
  const text = await afterwards(shop, () => anna.sendText('Курьер не приехал вчера'))
  await afterwards(shop, () => anna.editText(text.message_id, 'Курьер не приехал в среду'))
  expect(anna.screen()).toContain('Исправление учли')
  await walk(shop, anna, 'photos', 'review')
  expect(shown(anna)).toContain('не приехал в среду')
  await afterwards(shop, () => anna.editText(text.message_id, 'Курьер не приехал в пятницу'))
  expect(shown(anna)).toContain('не приехал в пятницу')
  await afterwards(shop, () => anna.editText(text.message_id, 'Нет'))
  expect(shown(anna)).toMatch(/Пока 3 знака.*Что случилось/s)
  await afterwards(shop, () => anna.editText(text.message_id, 'ж'.repeat(3500)))
  expect(anna.screen()).toMatch(/В тексте 3.500 знаков/)
  await afterwards(shop, () => anna.editText(text.message_id, 'Курьер так и не приехал'))
  const number = await sendForm(shop, anna)
  expect(wordsOf(inTopic(shop, number)[0])).toContain('Курьер так и не приехал')
})
