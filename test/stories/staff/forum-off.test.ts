import { expect, test } from 'vitest'
import { fileTicket } from '../../support/file-ticket.ts'
import { wordsIn } from '../../support/message-words.ts'
import type { Shop } from '../../support/open-shop.ts'
import { findMessage, openStaffStory } from '../../support/staff-story.ts'

const wordsOfForum = (shop: Shop) =>
  shop.group.messages().filter((message) => wordsIn(message).includes('Темы в группе «Support» выключены'))

test('topics switched off: tickets go on in the group itself, it is told once, and on again they have topics', async () => {
  const { shop, anna, agent, number, topic, card } = await openStaffStory({ mayBeRefused: true })
  shop.group.setForum(false)
  agent.sendText('Темы пропали?')
  await shop.settled()
  expect(wordsOfForum(shop)).toHaveLength(1)

  anna.sendText('Есть новости?')
  await shop.settled()
  const asked = findMessage(shop.group.messages({ topic: 0 }), 'Есть новости?')
  expect(wordsIn(asked)).toContain(number)
  expect(asked.reply_to_message?.message_id).toBe(card().message_id)
  agent.sendText('Уже едет', { replyTo: asked.message_id })
  const boris = shop.customer('Борис')
  const second = await fileTicket(shop, boris)
  expect(second.topic).toBeUndefined()
  agent.sendText('Здравствуйте, Борис', {
    replyTo: findMessage(shop.group.messages(), second.number).message_id,
  })
  await shop.settled()
  expect(anna.screen()).toContain('Уже едет')
  expect(boris.screen()).toContain('Здравствуйте, Борис')
  expect(wordsOfForum(shop)).toHaveLength(1)

  shop.group.setForum(true)
  agent.sendText('Темы на месте')
  await shop.settled()
  const third = await fileTicket(shop, shop.customer('Вера'))
  expect(third.topic).toBeDefined()
  anna.sendText('Спасибо')
  await shop.settled()
  expect(findMessage(shop.group.messages({ topic }), 'Спасибо')).toBeDefined()
})

test('nobody has written since topics were switched off: what a customer writes is shown in the group, once, and it is told', async () => {
  const { shop, anna, agent, number } = await openStaffStory({ photos: 1, mayBeRefused: true })
  shop.group.setForum(false)
  anna.sendText('Есть новости?')
  anna.sendText('Жду ответа')
  await shop.settled()
  const inGroup = shop.group.messages({ topic: 0 })
  for (const text of ['Есть новости?', 'Жду ответа'])
    expect(inGroup.filter((message) => wordsIn(message).includes(text))).toHaveLength(1)
  expect(findMessage(inGroup, `№ ${number} ·`)).toBeDefined()
  expect(wordsOfForum(shop)).toHaveLength(1)
  agent.sendText('Завтра', { replyTo: findMessage(inGroup, 'Жду ответа').message_id })
  await shop.settled()
  expect(anna.screen()).toContain('Завтра')
})
