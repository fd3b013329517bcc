import { expect, test } from 'vitest'
import type { Person } from '../../../src/simulator/driver/person.ts'
import { afterwards, fileShort, inTopic, lastSaid, shown } from '../../support/customer-story.ts'
import { openShop, type Shop } from '../../support/open-shop.ts'

const LATE = { category: 'Доставка', problem: 'Заказ не привезли вовремя' }

/** The agents' hands in the ticket's topic. */
function inHand(shop: Shop, number: string) {
  const oleg = shop.agent()
  const topic = inTopic(shop, number)[0]?.message_thread_id ?? -1
  return (words: string) => afterwards(shop, () => shop.group.as(oleg).sendText(words, { topic }))
}

async function screenOf(shop: Shop, person: Person, number: string): Promise<string> {
  await afterwards(shop, () => person.sendText(`/status ${number}`))
  return shown(person)
}

/** The timeline's words, without their moments. */
const steps = (screen: string) =>
  [...screen.matchAll(/^\d+ \p{L}+, \d\d:\d\d \(.+?\): (.+)$/gmu)].map(([, step]) => step)

test('a ticket’s screen tells where it stands, what comes next and how it got there', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  const number = await fileShort(shop, anna, LATE)
  const say = inHand(shop, number)
  expect(await screenOf(shop, anna, number)).toMatch(/Что дальше: сотрудник возьмёт обращение в работу/)
  await say('/take')
  expect(await screenOf(shop, anna, number)).toMatch(/Что дальше: ответ придёт сюда/)
  await say('/pending')
  expect(await screenOf(shop, anna, number)).toMatch(/Что дальше: ждём вашего ответа/)
  await say('/resolve')
  const resolved = await screenOf(shop, anna, number)
  expect(resolved).toMatch(/Что дальше: если всё в порядке, закроем обращение \d+ \p{L}+, \d\d:\d\d \(МСК\)/u)
  expect(steps(resolved)).toEqual(['новое', 'в работе', 'ждём вашего ответа', 'решено'])
  await afterwards(shop, () => anna.tap('Вопрос решён'))
  expect(await screenOf(shop, anna, number)).toMatch(/Что дальше: делать ничего не нужно/)
})

test('of a long way the last steps are shown, and how many came before them', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  const number = await fileShort(shop, anna, LATE)
  const say = inHand(shop, number)
  for (let times = 0; times < 3; times += 1) {
    await say('/pending')
    await afterwards(shop, () => anna.sendText('Вот'))
  }
  const screen = await screenOf(shop, anna, number)
  expect(steps(screen)).toHaveLength(6)
  expect(screen).toContain('… и 1 шаг до этого')
})

test('its number can be copied with a tap', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  const number = await fileShort(shop, anna, LATE)
  await screenOf(shop, anna, number)
  const buttons = anna.messages().at(-1)?.reply_markup?.inline_keyboard.flat() ?? []
  expect(buttons).toContainEqual({ text: 'Скопировать номер', copy_text: { text: number } })
})

test('in English, too', async () => {
  const shop = await openShop({ language: 'en' })
  const john = shop.customer('John')
  await afterwards(shop, () => john.sendText('/new'))
  for (const tap of [/agree/, 'Other', 'Something else', /have it/])
    await afterwards(shop, () => john.tap(tap))
  await afterwards(shop, () => john.sendText('The site shows me the wrong city.'))
  for (const tap of ['Skip', 'Send']) await afterwards(shop, () => john.tap(tap))
  const number = /№ (\d{3}-\d{3})/.exec(lastSaid(shop, john))?.[1] ?? ''
  await inHand(shop, number)('/take')
  const screen = await screenOf(shop, john, number)
  expect(screen).toMatch(/What is next: the answer will come here\. To add something, just write\./)
  expect(steps(screen)).toHaveLength(2)
})
