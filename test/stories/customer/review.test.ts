import { expect, test } from 'vitest'
import {
  afterwards,
  buttonTexts,
  inTopic,
  sendForm,
  shown,
  walkTo,
  wordsOf,
} from '../../support/customer-story.ts'
import { photosIn } from '../../support/message-words.ts'
import { openShop } from '../../support/open-shop.ts'

const REVIEW = 'Проверьте, всё ли верно'

test('every field can be changed from the review, and the review comes back with the change', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'review')

  await afterwards(shop, () => anna.tap('Изменить проблему'))
  await afterwards(shop, () => anna.tap('Курьер не приехал'))
  expect(shown(anna)).toMatch(/Проверьте.*Проблема: Курьер не приехал/s)

  await afterwards(shop, () => anna.tap('Номер заказа'))
  await afterwards(shop, () => anna.sendText('99999999'))
  expect(shown(anna)).toMatch(/Проверьте.*Заказ: 99999999/s)

  await afterwards(shop, () => anna.tap('Описание'))
  await afterwards(shop, () => anna.sendText('Всё иначе: заказ привезли не туда.'))
  expect(shown(anna)).toMatch(/Проверьте.*Всё иначе: заказ привезли не туда/s)
  expect(shown(anna)).not.toContain('курьер не позвонил')

  await afterwards(shop, () => anna.tap('Фото'))
  await afterwards(shop, () => anna.sendPhoto({}))
  await afterwards(shop, () => anna.tap('Готово'))
  expect(shown(anna)).toMatch(/Проверьте.*Файлы: 1/s)

  await afterwards(shop, () => anna.tap('Изменить категорию'))
  await afterwards(shop, () => anna.tap('Оплата'))
  await afterwards(shop, () => anna.tap('Деньги списали дважды'))
  expect(shown(anna)).toMatch(/Проверьте.*Категория: Оплата.*99999999/s)

  const inIts = inTopic(shop, await sendForm(shop, anna))
  for (const fact of ['Оплата', 'списали дважды', '99999999', 'Всё иначе'])
    expect(wordsOf(inIts[0])).toContain(fact)
  expect(photosIn(inIts)).toBe(1)
})

test('“Back” out of any change returns to the review as it was', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'review')
  const before = shown(anna)
  for (const field of ['Изменить категорию', 'Изменить проблему', 'Номер заказа', 'Описание', 'Фото']) {
    await afterwards(shop, () => anna.tap(field))
    expect(shown(anna)).not.toContain(REVIEW)
    await afterwards(shop, () => anna.tap('Назад'))
    expect(shown(anna)).toBe(before)
  }
  await afterwards(shop, () => anna.tap('Описание'))
  await afterwards(shop, () => anna.sendText('Не то'))
  expect(shown(anna)).toContain('Пока 5 знаков')
  await afterwards(shop, () => anna.tap('Назад'))
  expect(shown(anna)).toBe(before)
})

test('a text, a photo and a voice message at the review are taken in and shown there', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'review')
  await afterwards(shop, () => anna.sendText('Ещё: коробка помята.'))
  expect(shown(anna)).toMatch(/Добавили к описанию.*Проверьте.*коробка помята/s)
  await afterwards(shop, () => anna.sendPhoto({}))
  expect(shown(anna)).toContain('Файлы: 1')
  await afterwards(shop, () => anna.sendVoice({}))
  expect(shown(anna)).toContain('Ещё приложим: 1 сообщение')
})

test('“Cancel” at the review sends nothing, and the form can be begun anew', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'review')
  await afterwards(shop, () => anna.tap('Отменить'))
  expect(shown(anna)).toBe('Отменено, ничего не отправлено.')
  expect(shop.group.topics()).toEqual([])
  await afterwards(shop, () => anna.tap('В меню'))
  expect(buttonTexts(anna)).toContain('Новое обращение')
})
