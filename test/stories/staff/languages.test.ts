import { expect, test } from 'vitest'
import { reads, tapShown } from '../../support/file-ticket.ts'
import { wordsIn } from '../../support/message-words.ts'
import { findMessage, openStaffStory } from '../../support/staff-story.ts'

const withoutData = (text: string) => text.replaceAll(/Анна|Заказ обещали.*$/gm, '')

test('a staff group in English reads English although the customer reads Russian', async () => {
  const { shop, anna, agent, topic, card, inTopic } = await openStaffStory({ language: 'en' })
  expect(withoutData(wordsIn(card()))).not.toMatch(/[а-яё]/i)
  expect(
    card()
      .reply_markup?.inline_keyboard.flat()
      .map((button) => button.text),
  ).toEqual(['Take', 'Waiting for customer', 'Resolved', 'More'])
  const answer = await agent.tap('Waiting for customer', { topic }).answer()
  expect(answer.text).toMatch(/^Status: waiting for the customer/)
  agent.sendText('/nonsense', { topic })
  agent.sendText('Hello', { topic })
  await shop.settled()
  expect(wordsIn(findMessage(inTopic(), '/nonsense.'))).toContain('There is no command')
  expect(wordsIn(findMessage(anna.messages(), 'Hello'))).toMatch(/^сотрудник поддержки · №/)
  expect(anna.screen()).toContain('ждём вашего ответа')
  expect(anna.screen()).not.toContain('waiting')
})

test('a customer who chose English reads English although the staff reads Russian', async () => {
  const { shop, anna, agent, topic, card } = await openStaffStory()
  anna.sendText('/language')
  await tapShown(shop, anna, 'English')
  await shop.settled()
  agent.sendText('/resolve', { topic })
  await reads(shop, anna, /is resolved/)
  await shop.settled()
  agent.sendText('Всего доброго', { topic })
  await shop.settled()
  expect(wordsIn(findMessage(anna.messages(), 'Всего доброго'))).toMatch(/^a support agent · №/)
  expect(wordsIn(card())).toMatch(/· решено\n/)
  await tapShown(shop, anna, 'It is solved')
  await shop.settled()
  expect(anna.screen()).toContain('is closed')
  expect(shop.group.screen()).toContain('закрыто')
})
