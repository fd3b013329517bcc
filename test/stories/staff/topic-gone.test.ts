import { expect, test } from 'vitest'
import { fileTicket } from '../../support/file-ticket.ts'
import { photosIn, wordsIn } from '../../support/message-words.ts'
import { openShop } from '../../support/open-shop.ts'
import { findMessage, openStaffStory } from '../../support/staff-story.ts'

test('a topic was deleted: what the customer writes next opens a new one, with the card, and nothing is lost', async () => {
  const { shop, anna, agent, topic, number } = await openStaffStory({ photos: 1, mayBeRefused: true })
  agent.sendText('/take', { topic })
  agent.sendText('Проверяю у курьера', { topic })
  agent.sendText('// звонил в службу доставки', { topic })
  await shop.settled()
  anna.sendText('Хорошо, жду')
  await shop.settled()
  shop.group.deleteTopic(topic)
  for (const text of ['Есть кто?', 'Ау']) anna.sendText(text)
  anna.sendPhoto({ caption: 'И фото' })
  await shop.settled()
  const open = shop.group.topics().filter((one) => one.state === 'open')
  expect(open).toHaveLength(1)
  expect(open[0]?.name).toContain(number)
  const inNew = shop.group.messages({ topic: open[0]?.id ?? -1 })
  expect(wordsIn(findMessage(inNew, `№ ${number} ·`))).toMatch(/· в работе\n/)
  for (const text of ['Есть кто?', 'Ау', 'И фото']) expect(findMessage(inNew, text)).toBeDefined()
  expect(photosIn(inNew)).toBe(2)

  const wordsInNew = inNew.map(wordsIn)
  const said = findMessage(inNew, 'Последние сообщения')
  expect(wordsIn(said).split('\n')).toEqual([
    'Последние сообщения',
    'Олег: Проверяю у курьера',
    'Олег (заметка): // звонил в службу доставки',
    'Анна: Хорошо, жду',
  ])
  // In order: the card, what was said, what came since.
  const places = [`№ ${number} ·`, 'Последние сообщения', 'Есть кто?', 'Ау', 'И фото']
  const order = places.map((place) => wordsInNew.findIndex((words) => words.includes(place)))
  expect(order).toEqual([...order].sort((a, b) => a - b))
  expect(wordsInNew.filter((words) => words.includes('Ау'))).toHaveLength(1)

  agent.sendText('Мы здесь', { topic: open[0]?.id ?? -1 })
  agent.tap('Решено', { topic: open[0]?.id ?? -1 })
  await shop.settled()
  expect(anna.screen()).toContain('Мы здесь')
  expect(anna.screen()).toContain(`№ ${number} решено`)
})

test('a topic was closed: the customer’s next words open it again', async () => {
  const { shop, anna, topic, inTopic } = await openStaffStory({ mayBeRefused: true })
  shop.group.closeTopic(topic)
  anna.sendText('Я ещё не закончила')
  await shop.settled()
  expect(shop.group.topics().map((one) => one.state)).toEqual(['open'])
  expect(inTopic().filter((message) => wordsIn(message).includes('ещё не закончила'))).toHaveLength(1)
})

test('without the right to mend a topic the words go to General, under the ticket’s number', async () => {
  const { shop, anna, topic, number } = await openStaffStory({ mayBeRefused: true })
  shop.group.closeTopic(topic)
  shop.group.promoteBot({ can_manage_chat: true })
  await shop.settled()
  anna.sendText('Слышите меня?')
  await shop.settled()
  const shown = findMessage(shop.group.messages({ topic: 0 }), 'Слышите меня?')
  expect(wordsIn(shown)).toContain(number)
})

test('a topic deleted before the card was in it: the ticket gets another one, with card and photos', async () => {
  const shop = await openShop({ mayBeRefused: true })
  const stop = shop.sim.onCall((call) => {
    if (call.method !== 'createForumTopic') return
    stop()
    for (const topic of shop.group.topics()) shop.group.deleteTopic(topic.id)
  })
  const { number } = await fileTicket(shop, shop.customer('Анна'), { photos: 2 })
  const open = shop.group.topics().filter((topic) => topic.state === 'open')
  expect(open).toHaveLength(1)
  const shown = shop.group.messages({ topic: open[0]?.id ?? -1 })
  expect(findMessage(shown, `№ ${number} ·`)).toBeDefined()
  expect(photosIn(shown)).toBe(2)
  expect(shown.map(wordsIn).join()).not.toContain('не дал показать')
})
