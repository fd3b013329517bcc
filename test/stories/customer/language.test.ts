import { expect, test } from 'vitest'
import {
  afterwards,
  buttonTexts,
  inTopic,
  lastSaid,
  sendForm,
  shown,
  wordsOf,
} from '../../support/customer-story.ts'
import { openShop } from '../../support/open-shop.ts'

const CYRILLIC = /[а-яё]/i

test('a customer is spoken to in the language of their client, and any other in the shop’s', async () => {
  const shop = await openShop({ language: 'ru' })
  const greetings = { ru: 'Здравствуйте', en: 'Hello', 'en-GB': 'Hello', de: 'Здравствуйте' }
  for (const [languageCode, greeting] of Object.entries(greetings)) {
    const person = shop.sim.createUser({ firstName: 'Sasha', languageCode })
    await afterwards(shop, () => person.sendText('/start'))
    expect(shown(person), languageCode).toContain(greeting)
  }
})

test('a language chosen with /language is kept: buttons, questions, confirmation and status words follow it', async () => {
  const shop = await openShop({ language: 'ru' })
  const anna = shop.customer('Anna', 'ru')
  const oleg = shop.agent()
  await afterwards(shop, () => anna.sendText('/language'))
  expect(buttonTexts(anna)).toEqual(['Русский', 'English'])
  await afterwards(shop, () => anna.tap('English'))
  const since = anna.messages().length
  expect(lastSaid(shop, anna)).toBe('All right, we will go on in English.')
  await shop.restart()
  await afterwards(shop, () => anna.sendText('/new'))
  for (const button of [
    /I agree/,
    'Delivery',
    'The courier did not come',
    "I don't have it",
    'Go on without it',
  ])
    await afterwards(shop, () => anna.tap(button))
  await afterwards(shop, () => anna.sendText('The courier never called.'))
  await afterwards(shop, () => anna.tap('Skip'))
  const number = await sendForm(shop, anna)
  const topic = inTopic(shop, number)[0]?.message_thread_id ?? -1
  expect(wordsOf(inTopic(shop, number)[0]), 'the staff reads its own language').toContain('Доставка')
  for (const [command, words] of [
    ['/take', `Ticket № ${number} is open`],
    ['/pending', 'is waiting for your answer'],
    ['/resolve', 'is resolved. If something is left'],
  ] as const) {
    await afterwards(shop, () => shop.group.as(oleg).sendText(command, { topic }))
    expect(lastSaid(shop, anna)).toContain(words)
  }
  await afterwards(shop, () => anna.sendText('/tickets'))
  expect(buttonTexts(anna)[0]).toBe(`№ ${number} · resolved · The courier did not come`)
  const english = anna.messages().slice(since)
  for (const message of english) {
    expect(wordsOf(message)).not.toMatch(CYRILLIC)
    for (const { text } of message.reply_markup?.inline_keyboard.flat() ?? [])
      if (text !== 'Language · Язык') expect(text).not.toMatch(CYRILLIC)
  }
})

test('a language changed in the middle of the form asks the question again in it, and answers given stay', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await afterwards(shop, () => anna.sendText('/new'))
  await afterwards(shop, () => anna.tap(/Согласен/))
  await afterwards(shop, () => anna.tap('Доставка'))
  await afterwards(shop, () => anna.sendText('/language'))
  await afterwards(shop, () => anna.tap('English'))
  await afterwards(shop, () => anna.tap('A complaint about the courier'))
  expect(shown(anna)).toContain('Order number')
  await afterwards(shop, () => anna.tap("I don't have it"))
  await afterwards(shop, () => anna.sendText('He was rude to me.'))
  await afterwards(shop, () => anna.tap('Skip'))
  expect(shown(anna)).toMatch(/Category: Delivery\nProblem: A complaint about the courier/)
})

test('another language of the client changes nothing once a language was chosen', async () => {
  const shop = await openShop()
  const anna = shop.customer('Anna', 'ru')
  await afterwards(shop, () => anna.sendText('/language'))
  await afterwards(shop, () => anna.tap('Русский'))
  anna.user.language_code = 'en'
  await afterwards(shop, () => anna.sendText('/start'))
  expect(shown(anna)).toContain('Здравствуйте, Anna')
})
