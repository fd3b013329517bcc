import { expect, test } from 'vitest'
import type { Person } from '../../../src/simulator/driver/person.ts'
import { afterwards, buttonTexts, fileShort, lastSaid, shown } from '../../support/customer-story.ts'
import { openShop, type Shop } from '../../support/open-shop.ts'

const LATE = { category: 'Доставка', problem: 'Заказ не привезли вовремя' }

async function fileMany(shop: Shop, person: Person, count: number): Promise<string[]> {
  const numbers: string[] = []
  for (let index = 0; index < count; index += 1) numbers.push(await fileShort(shop, person, LATE))
  return numbers
}

test('“My tickets” lists a customer’s tickets newest first, five a page, and leads to each one’s screen and back', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  const numbers = (await fileMany(shop, anna, 7)).reverse()
  await afterwards(shop, () => anna.sendText('/tickets'))
  expect(shown(anna)).toMatch(/Всего: 7. Страница 1 из 2/)
  const listed = () =>
    buttonTexts(anna).flatMap((text) => /^№ (\S+) · новое · Заказ не привезли/.exec(text)?.[1] ?? [])
  expect(listed()).toEqual(numbers.slice(0, 5))
  expect(buttonTexts(anna)).not.toContain('‹ Новее')
  const before = anna.messages().length
  await afterwards(shop, () => anna.tap('Старше ›'))
  expect(listed()).toEqual(numbers.slice(5))
  expect(buttonTexts(anna)).not.toContain('Старше ›')
  await afterwards(shop, () => anna.tap(new RegExp(numbers[6] ?? '?')))
  for (const fact of [
    `Обращение № ${numbers[6]}`,
    'Статус: новое',
    'Доставка',
    'Что дальше: сотрудник возьмёт обращение в работу',
    'История',
    'Ответим до',
    'курьер не позвонил',
  ])
    expect(shown(anna)).toContain(fact)
  await afterwards(shop, () => anna.tap('К списку'))
  expect(shown(anna)).toContain('Страница 2 из 2')
  await afterwards(shop, () => anna.tap('‹ Новее'))
  expect(listed()).toEqual(numbers.slice(0, 5))
  expect(anna.messages(), 'one screen changes in place').toHaveLength(before)
})

test('a customer without tickets reads so and can begin one there', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await afterwards(shop, () => anna.sendText('/tickets'))
  expect(shown(anna)).toBe('Обращений пока нет.')
  await afterwards(shop, () => anna.tap('Новое обращение'))
  expect(shown(anna)).toContain('Вы согласны')
})

test('/status finds the ticket however its number is written', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  const [number = ''] = await fileMany(shop, anna, 1)
  const digits = number.replace('-', '')
  for (const typed of [
    number,
    digits,
    `№ ${number}`,
    `№${number}`,
    `#${digits.slice(0, 3)} ${digits.slice(3)}`,
    `  ${digits}  `,
  ]) {
    await afterwards(shop, () => anna.sendText(`/status ${typed}`))
    expect(lastSaid(shop, anna), typed).toContain(`Обращение № ${number}\nСтатус: новое`)
  }
  await afterwards(shop, () => anna.sendText('/status'))
  expect(lastSaid(shop, anna)).toContain('Мои обращения')
  for (const wrong of ['000-000', 'abc', '<b>&<3', '👍'.repeat(100)]) {
    await afterwards(shop, () => anna.sendText(`/status ${wrong}`))
    expect(lastSaid(shop, anna), wrong).toMatch(/Среди ваших обращений нет номера/)
  }
})

test('the ticket’s screen shows the last messages of both sides, never a note', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  const oleg = shop.agent('Олег')
  const [number = ''] = await fileMany(shop, anna, 1)
  const topic = shop.group.topics()[0]?.id ?? -1
  await afterwards(shop, () => shop.group.as(oleg).sendText('Уточняем у курьера', { topic }))
  await afterwards(shop, () => shop.group.as(oleg).sendText('// клиент сердится', { topic }))
  await afterwards(shop, () => anna.sendText('Жду'))
  await afterwards(shop, () => anna.sendPhoto({}))
  await afterwards(shop, () => anna.sendLocation())
  await afterwards(shop, () => anna.sendText(`/status ${number}`))
  expect(lastSaid(shop, anna)).toMatch(/Поддержка: Уточняем у курьера\nВы: Жду\nВы: фото\nВы: место на карте/)
  expect(anna.screen()).not.toContain('сердится')
})
