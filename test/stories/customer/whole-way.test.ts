import { expect, test } from 'vitest'
import {
  afterwards,
  buttonTexts,
  inTopic,
  lastSaid,
  sendForm,
  shown,
  walkTo,
  wordsOf,
} from '../../support/customer-story.ts'
import { photosIn } from '../../support/message-words.ts'
import { openShop } from '../../support/open-shop.ts'

test('a customer files a ticket in Russian: one question at a time, the number and the promised time at the end', async () => {
  const shop = await openShop()
  const anna = shop.customer('Анна')
  await afterwards(shop, () => anna.sendText('/start'))
  expect(shown(anna)).toContain('Здравствуйте, Анна')
  await afterwards(shop, () => anna.tap('Новое обращение'))
  expect(shown(anna)).toContain('Вы согласны на обработку этих данных?')
  await afterwards(shop, () => anna.tap(/Согласен/))
  expect(buttonTexts(anna)).toEqual(expect.arrayContaining(['Доставка', 'Оплата', 'Отменить']))
  await afterwards(shop, () => anna.tap('Доставка'))
  await afterwards(shop, () => anna.tap('Заказ не привезли вовремя'))
  expect(shown(anna)).toContain('12345678-0001')
  await afterwards(shop, () => anna.sendText('87654321-0002'))
  expect(shown(anna)).toMatch(/От 10 до 3.000 знаков/)
  await afterwards(shop, () => anna.sendText('Обещали вчера, курьер не позвонил.'))
  expect(shown(anna)).toContain('Фото и чеки')
  await afterwards(shop, () => anna.sendPhoto({}))
  expect(shown(anna)).toContain('Приложен 1 файл из 5')
  await afterwards(shop, () => anna.tap('Готово'))
  for (const fact of ['Доставка', 'не привезли вовремя', '87654321-0002', 'Файлы: 1', 'Обещали вчера'])
    expect(shown(anna)).toContain(fact)
  const number = await sendForm(shop, anna)
  expect(lastSaid(shop, anna)).toMatch(/принято\nОтветим до: .+\(МСК\)/)
  const [card] = inTopic(shop, number)
  expect(wordsOf(card)).toContain('Обещали вчера, курьер не позвонил.')
  expect(photosIn(inTopic(shop, number))).toBe(1)
  const withButtons = anna.messages().filter((message) => message.reply_markup !== undefined)
  expect(withButtons.map(wordsOf), 'no dead keyboard stays in the chat').toEqual([
    expect.stringContaining('Здравствуйте'),
    expect.stringContaining(`Обращение № ${number} принято`),
  ])
})

test('a customer files a ticket in English', async () => {
  const shop = await openShop()
  const kate = shop.customer('Kate', 'en')
  await afterwards(shop, () => kate.sendText('/new'))
  for (const button of [/I agree/, 'Delivery', 'The order is late', "I don't have it", 'Go on without it'])
    await afterwards(shop, () => kate.tap(button))
  await afterwards(shop, () => kate.sendText('It was promised for yesterday.'))
  await afterwards(shop, () => kate.tap('Skip'))
  expect(shown(kate)).toContain('Order: no number')
  const number = await sendForm(shop, kate)
  expect(lastSaid(shop, kate)).toMatch(/is accepted\nWe will answer by .+\(Moscow time\)/)
  expect(wordsOf(inTopic(shop, number)[0])).toContain('It was promised for yesterday.')
  expect(kate.screen()).not.toMatch(/[а-яё]/i)
})

test('a customer is asked for consent once, and not again for the next ticket or after a cancelled form', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'category')
  await afterwards(shop, () => anna.tap('Отменить'))
  await afterwards(shop, () => anna.sendText('/new'))
  expect(shown(anna)).toContain('С чем связан вопрос?')
})

test('a form cancelled at the question of consent keeps nothing and asks again next time', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'consent')
  await afterwards(shop, () => anna.tap('Отменить'))
  expect(shown(anna)).toContain('Отменено, ничего не отправлено')
  await afterwards(shop, () => anna.sendText('/new'))
  expect(shown(anna)).toContain('Вы согласны')
})
