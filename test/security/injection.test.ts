import { expect, test } from 'vitest'
import { visibleName } from '../../src/domain/visible-name.ts'
import type { Message } from '../../src/simulator/bot-api/types.ts'
import { afterwards, sendForm, walkTo } from '../support/customer-story.ts'
import { wordsIn } from '../support/message-words.ts'
import { openShop } from '../support/open-shop.ts'
import { openStaffStory } from '../support/staff-story.ts'

const MARKUP = '<a href="tg://user?id=1">x</a><b>&lt;'

/** Formatting that leads somewhere or calls somebody: nothing people type may become such. */
function dangerous(messages: readonly Message[]): string[] {
  const all = messages.flatMap((message) => [
    ...(message.entities ?? []),
    ...(message.caption_entities ?? []),
  ])
  return all.map(({ type }) => type).filter((type) => type === 'text_link' || type === 'text_mention')
}

test('markup in a name, an order number, a description, a caption or a file’s name stays the letters it is', async () => {
  const shop = await openShop()
  const eve = shop.sim.createUser({ firstName: MARKUP, lastName: MARKUP, languageCode: 'ru' })
  await walkTo(shop, eve, 'order')
  await afterwards(shop, () => eve.sendText(MARKUP))
  await afterwards(shop, () => eve.tap(/номер/))
  await afterwards(shop, () => eve.tap(/номер/))
  await afterwards(shop, () => eve.sendText(`${MARKUP} и ещё немного слов`))
  await afterwards(shop, () => eve.sendDocument({ fileName: `${MARKUP}.pdf`, caption: MARKUP }))
  await afterwards(shop, () => eve.tap(/Готово|Пропустить/))
  await sendForm(shop, eve)
  await afterwards(shop, () => eve.sendText(MARKUP))
  await afterwards(shop, () => eve.sendText('/tickets'))
  expect(dangerous([...shop.group.messages(), ...eve.messages()])).toEqual([])
  expect(shop.group.messages().some((message) => wordsIn(message).includes(MARKUP))).toBe(true)
})

test('markup in an agent’s name and words stays the letters it is at the customer’s', async () => {
  const { shop, anna, agent, topic } = await openStaffStory()
  agent.sendText(`/name ${MARKUP.slice(0, 30)}`, { topic })
  agent.sendText(MARKUP, { topic })
  await shop.settled()
  expect(anna.screen()).toContain(MARKUP)
  expect(dangerous(anna.messages())).toEqual([])
})

test('a name can’t turn a line of the card around, nor hide in signs without width', async () => {
  const shop = await openShop()
  const eve = shop.sim.createUser({
    firstName: '\u202eавЕ\u2066',
    lastName: '\u200bИ\u200bва\nновая',
    languageCode: 'ru',
  })
  await walkTo(shop, eve, 'review')
  await sendForm(shop, eve)
  const card = shop.group.messages().find((message) => wordsIn(message).includes('Клиент'))
  expect(wordsIn(card)).toContain('авЕ Ива новая')
  const topic = shop.group.topics()[0]?.name ?? ''
  expect(topic).not.toMatch(/[\u200b\u202e\u2066\n]/)
})

test('a name keeps its letters, accents and joined emoji', () => {
  for (const name of ['Ёлка Ъ', 'Zoë', 'محمد', '👨‍👩‍👧', 'O’Neil']) expect(visibleName(name)).toBe(name)
})
