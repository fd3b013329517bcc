import { expect, test } from 'vitest'
import { afterwards, buttonTexts, sendForm, shown, walk, walkTo } from '../../support/customer-story.ts'
import { freePort } from '../../support/free-port.ts'
import { openShop } from '../../support/open-shop.ts'

async function aWatchedShop() {
  const port = await freePort()
  const shop = await openShop({ env: { PORT: String(port) } })
  /** What the owner reads of the ready answers. */
  const counted = async () => {
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
    return text.split('\n').filter((line) => line.startsWith('desk_self_help{'))
  }
  return { shop, counted }
}

test('a ready answer is shown first; where it helps, nothing is filed, and the owner sees it counted', async () => {
  const { shop, counted } = await aWatchedShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'category')
  await afterwards(shop, () => anna.tap('Возврат и качество товара'))
  await afterwards(shop, () => anna.tap('Как вернуть товар'))
  expect(shown(anna)).toMatch(/Как вернуть товар.*Вернуть товар.*Это помогло\?/s)
  await afterwards(shop, () => anna.tap('Это помогло'))
  expect(shown(anna)).toContain('Хорошо, что всё решилось')
  expect(shop.group.messages()).toEqual([])
  expect(await counted()).toEqual(['desk_self_help{category="return",problem="how-to",helped="yes"} 1'])
})

test('where it does not help, the form goes on, and that is counted too, in English as well', async () => {
  const { shop, counted } = await aWatchedShop()
  const john = shop.customer('John', 'en')
  await afterwards(shop, () => john.sendText('/new'))
  for (const tap of [/agree/, 'Payment', /receipt/]) await afterwards(shop, () => john.tap(tap))
  expect(shown(john)).toMatch(/electronic receipt.*Did that solve it\?/s)
  await afterwards(shop, () => john.tap('Still need help'))
  expect(shown(john)).toContain('Order number')
  expect(await counted()).toEqual(['desk_self_help{category="payment",problem="receipt",helped="no"} 1'])
})

test('what is written while the answer is on the screen becomes the description', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'category')
  await afterwards(shop, () => anna.tap('Возврат и качество товара'))
  await afterwards(shop, () => anna.tap('Как вернуть товар'))
  await afterwards(shop, () => anna.sendText('Кнопки «Вернуть товар» в заказе нет'))
  expect(shown(anna)).toMatch(/Сохранили ваш текст как описание.*Это помогло\?/s)
  await afterwards(shop, () => anna.tap('Нужна помощь'))
  await afterwards(shop, () => anna.tap('У меня нет номера'))
  await walk(shop, anna, 'photos', 'review')
  expect(shown(anna)).toContain('Кнопки «Вернуть товар» в заказе нет')
  await sendForm(shop, anna)
})

test('another problem has another answer, or none; one may always go back', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'category')
  await afterwards(shop, () => anna.tap('Оплата'))
  await afterwards(shop, () => anna.tap('Нужен чек или документы'))
  expect(buttonTexts(anna)).toContain('Назад')
  await afterwards(shop, () => anna.tap('Назад'))
  await afterwards(shop, () => anna.tap('Не работает промокод'))
  expect(shown(anna)).toContain('Что случилось?')
})
