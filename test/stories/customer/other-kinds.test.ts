import { expect, test } from 'vitest'
import type { Message } from '../../../src/simulator/bot-api/types.ts'
import type { Person } from '../../../src/simulator/driver/person.ts'
import {
  afterwards,
  inTopic,
  lastSaid,
  STEPS,
  sendForm,
  shown,
  walk,
  walkTo,
} from '../../support/customer-story.ts'
import { openShop } from '../../support/open-shop.ts'

const KINDS: readonly (readonly [keyof Message, (person: Person) => Message])[] = [
  ['voice', (person) => person.sendVoice({})],
  ['video', (person) => person.sendVideo({ caption: 'вот так' })],
  ['video_note', (person) => person.sendVideoNote()],
  ['sticker', (person) => person.sendSticker({})],
  ['location', (person) => person.sendLocation({})],
  ['contact', (person) => person.sendContact({})],
  ['poll', (person) => person.sendPoll({})],
  ['animation', (person) => person.sendAnimation({})],
  ['dice', (person) => person.sendDice({})],
  ['venue', (person) => person.sendVenue({})],
]

test('a voice message at any step gets a clear word, the question stays, and it arrives in the topic after Send', async () => {
  const shop = await openShop()
  const people = STEPS.map((step) => ({ step, person: shop.customer(step) }))
  for (const { step, person } of people) await walkTo(shop, person, step)
  const asked = people.map(({ person }) => shown(person).split('\n')[0])
  await afterwards(shop, () => {
    for (const { person } of people) person.sendVoice({})
  })
  for (const [index, { step, person }] of people.entries()) {
    expect(lastSaid(shop, person), step).toMatch(
      /^Сохранили и приложим к обращению|Ещё приложим: 1 сообщение/,
    )
    expect(shown(person).split('\n')[0], step).toBe(asked[index])
    await walk(shop, person, step, 'review')
    const staff = inTopic(shop, await sendForm(shop, person))
    expect(
      staff.filter(({ voice }) => voice !== undefined),
      step,
    ).toHaveLength(1)
  }
})

test('whatever else a customer sends in the form is kept, counted in one word, and arrives in the topic after Send', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'category')
  await afterwards(shop, () => {
    for (const [, send] of KINDS) send(anna)
  })
  const told = anna.messages().filter(({ text }) => text?.startsWith('Сохранили и приложим'))
  expect(told.map(({ text }) => text)).toEqual([expect.stringContaining(`пока ${KINDS.length} сообщений`)])
  await walk(shop, anna, 'category', 'review')
  const staff = inTopic(shop, await sendForm(shop, anna))
  for (const [kind] of KINDS) {
    const arrived = staff.filter((message) => message[kind] !== undefined)
    expect(arrived.length, kind).toBeGreaterThan(0)
  }
})
