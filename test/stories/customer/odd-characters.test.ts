import { expect, test } from 'vitest'
import {
  afterwards,
  createShiftedClock,
  inTopic,
  lastSaid,
  sendForm,
  shown,
  walk,
  walkTo,
  wordsOf,
} from '../../support/customer-story.ts'
import { openShop } from '../../support/open-shop.ts'

const ODD: readonly (readonly [string, string])[] = [
  ['markup', '<b>&<3 не </b> &lt;script&gt; & <a href="x">'],
  ['entities already written', '&lt;b&gt; &amp;amp; &#128512; привет'],
  ['right-to-left and zero-width marks', '\u202eтакой\u202c заказ\u200b\u200d не \u2066приехал\u2069'],
  ['emoji', '👨‍👩‍👧‍👦🏳️‍🌈 не приехал 😡😡😡 0️⃣'],
  ['markdown', '*не* _приехал_ `заказ` [x](tg://user?id=1) ~нет~ ||да||'],
  ['Fluent placeables', '{ $number } { "x" } {-brand} не приехал'],
]

test('whatever characters a customer uses in every field, the answers are clear and the staff reads them as written', async () => {
  const shop = await openShop()
  const people = ODD.map(([name, text]) => {
    const user = { firstName: '<3 & <b>', lastName: text.slice(0, 40), languageCode: 'ru' }
    return { name, text, person: shop.sim.createUser(user) }
  })
  for (const { name, text, person } of people) {
    await afterwards(shop, () => person.sendText('/start'))
    expect(shown(person), name).toContain('Здравствуйте, <3 & <b>.')
    await walkTo(shop, person, 'order')
    await afterwards(shop, () => person.sendText(text))
    expect(shown(person), name).toMatch(/Не похоже на номер заказа|Сохранили ваш текст как описание/)
    await walk(shop, person, 'order', 'description')
    const asked = shown(person).includes('Что случилось?')
    await afterwards(shop, () => person.sendText(text))
    expect(shown(person), name).toContain(asked ? 'Фото и чеки' : 'Добавили к описанию')
  }
  await afterwards(shop, () => {
    for (const { text, person } of people) person.sendPhoto({ caption: text })
  })
  for (const { name, text, person } of people) {
    await walk(shop, person, 'photos', 'review')
    expect(shown(person), name).toContain(text)
    const number = await sendForm(shop, person)
    await afterwards(shop, () => person.sendText(text))
    await afterwards(shop, () => person.sendText(`/status ${text}`))
    expect(lastSaid(shop, person), name).toContain('нет номера')
    await afterwards(shop, () => person.sendText(`/status ${number}`))
    expect(lastSaid(shop, person), name).toContain(text)
    const [card, message] = inTopic(shop, number)
    // Once as the description, and once below the photo.
    expect(wordsOf(card).split(text).length - 1, name).toBeGreaterThanOrEqual(2)
    expect(wordsOf(card), name).toContain('<3 & <b>')
    expect(wordsOf(message), name).toBe(text)
  }
})

test('4,096 characters are taken at every step: a word on each, nothing lost', async () => {
  const clock = createShiftedClock()
  const shop = await openShop({ simulatorClock: clock })
  const anna = shop.customer()
  const long = (letter: string) => letter.repeat(4096)
  let kept = 0
  await walkTo(shop, anna, 'consent')
  for (const [step, next] of [
    ['consent', 'category'],
    ['category', 'problem'],
    ['problem', 'order'],
    ['order', 'description'],
    ['description', 'photos'],
    ['photos', 'review'],
  ] as const) {
    clock.skip(10_000)
    await afterwards(shop, () => anna.sendText(long('абвгде'[kept] ?? 'я')))
    kept += 1
    expect(shown(anna), step).toMatch(/В тексте 4.096 знаков|Сохранили и приложим/)
    clock.skip(10_000)
    await walk(shop, anna, step, next)
  }
  await afterwards(shop, () => anna.sendText('/status '.padEnd(4096, '9')))
  expect(lastSaid(shop, anna)).toContain('нет номера')
  const number = await sendForm(shop, anna)
  await afterwards(shop, () => anna.sendText(long('ж')))
  const texts = inTopic(shop, number).slice(1).map(wordsOf)
  expect(texts).toEqual([...'абвгдеж'].map(long))
})

test('a description of emoji alone stays within what one message of ours can show', async () => {
  const clock = createShiftedClock()
  const shop = await openShop({ simulatorClock: clock })
  const anna = shop.customer()
  await walkTo(shop, anna, 'description')
  await afterwards(shop, () => anna.sendText('😡'.repeat(2000)))
  expect(shown(anna)).toMatch(/В тексте 4.000 знаков/)
  clock.skip(10_000)
  await afterwards(shop, () => anna.sendText('😡'.repeat(1500)))
  await walk(shop, anna, 'photos', 'review')
  const [card, first] = inTopic(shop, await sendForm(shop, anna))
  expect(wordsOf(card)).toContain('😡'.repeat(1500))
  expect(wordsOf(first)).toBe('😡'.repeat(2000))
})

test('a name nobody can see does not break anything', async () => {
  const shop = await openShop()
  const ghost = shop.sim.createUser({ firstName: '\u2800\u3164', languageCode: 'ru' })
  await afterwards(shop, () => ghost.sendText('/start'))
  expect(shown(ghost)).toContain('Здравствуйте. Это поддержка магазина')
  await walkTo(shop, ghost, 'review')
  const number = await sendForm(shop, ghost)
  const card = wordsOf(inTopic(shop, number)[0])
  expect(card).toContain('Заказ обещали привезти')
  expect(card).toContain('клиент без имени')
})
