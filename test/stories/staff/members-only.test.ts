import { expect, test } from 'vitest'
import { fileTicket } from '../../support/file-ticket.ts'
import { wordsIn } from '../../support/message-words.ts'
import { openStaffStory, type StaffStory } from '../../support/staff-story.ts'

const dataOf = ({ card }: StaffStory, button: number) =>
  card().reply_markup?.inline_keyboard.flat()[button]?.callback_data ?? ''

test('a tap of somebody who is not in the group changes nothing and is answered so', async () => {
  const story = await openStaffStory()
  const { shop, card } = story
  const stranger = shop.customer('Чужой')
  shop.group.join(stranger)
  const acting = shop.group.as(stranger)
  shop.group.leave(stranger)
  const answer = await acting.tapData(card().message_id, dataOf(story, 0)).answer()
  expect(answer).toMatchObject({ text: 'Это может только сотрудник группы поддержки', showAlert: true })
  await shop.settled()
  expect(wordsIn(card())).toMatch(/· новое\n/)
  expect(story.anna.screen()).not.toContain('в работе')
})

test('who has left the group acts no more, from that moment on', async () => {
  const story = await openStaffStory()
  const { shop, oleg, agent, topic, card } = story
  agent.sendText('Здравствуйте', { topic })
  await shop.settled()
  const resolve = card().reply_markup?.inline_keyboard.flat().at(-1)?.callback_data ?? ''
  shop.group.remove(oleg)
  await shop.settled()
  const answer = await agent.tapData(card().message_id, resolve).answer()
  expect(answer.text).toContain('только сотрудник')
  await shop.settled()
  expect(wordsIn(card())).toMatch(/· в работе\n/)
})

test('a customer can not tap staff buttons from their own chat, nor reach another ticket with forged data', async () => {
  const story = await openStaffStory()
  const { shop, anna, card } = story
  const newest = anna.lastMessage()?.message_id ?? 0
  await anna.tapData(newest, dataOf(story, 2)).answer()
  const forged = await story.agent.tapData(card().message_id, 's:AAAAAAAAAAAA:resolve').answer()
  expect(forged.text).toBe('Эта кнопка больше не действует')
  const nonsense = await story.agent.tapData(card().message_id, 'что-то').answer()
  expect(nonsense.text).toBe('Эта кнопка больше не действует')
  await shop.settled()
  expect(wordsIn(card())).toMatch(/· новое\n/)
})

test('buttons of a ticket work in its own group only', async () => {
  const story = await openStaffStory()
  const { shop, oleg } = story
  const other = shop.sim.createGroup({ title: 'Другая', kind: 'supergroup' })
  other.join(oleg)
  await shop.settled()
  const mine = other.as(oleg).sendText('привет')
  await other.as(oleg).tapData(mine.message_id, dataOf(story, 2)).answer()
  await shop.settled()
  expect(wordsIn(story.card())).toMatch(/· новое\n/)
})

test('words of other bots and of a linked channel go to nobody, an anonymous admin is an agent', async () => {
  const story = await openStaffStory()
  const { shop, anna, oleg, topic } = story
  const before = anna.messages().length
  shop.group.asOtherBot().sendText('Реклама', { topic })
  shop.group.asLinkedChannel().sendText('Новости', { topic })
  await shop.settled()
  expect(anna.messages()).toHaveLength(before)
  const boss = shop.group.asAnonymousAdmin(oleg)
  boss.sendText('/take', { topic })
  boss.sendText('Отвечает руководитель', { topic })
  boss.tap('Ждём клиента', { topic })
  await shop.settled()
  expect(anna.screen()).toContain('Отвечает руководитель')
  anna.sendText('Спасибо руководителю')
  await shop.settled()
  expect(shop.group.screen()).toContain('Спасибо руководителю')
  expect(shop.sim.calls.filter((call) => !call.ok)).toEqual([])
  const mentioned = shop.group.messages({ topic }).flatMap((message) => message.entities ?? [])
  expect(mentioned.filter((entity) => entity.type === 'text_mention' && (entity.user?.id ?? 0) <= 0)).toEqual(
    [],
  )
})

test('the channel linked to the group answers as an agent; its posts, and any other channel, do not', async () => {
  const { shop, anna, topic } = await openStaffStory()
  const channel = shop.group.linkChannel()
  const before = anna.messages().length
  shop.group.asLinkedChannel().sendText('Новинки недели', { topic })
  shop.group.asChannel(channel - 1, 'Чужой').sendText('Подпишитесь', { topic })
  await shop.settled()
  expect(anna.messages()).toHaveLength(before)

  const news = shop.group.asChannel(channel)
  news.sendText('/name Магазин', { topic })
  news.sendText('Отвечаем от имени магазина', { topic })
  await shop.settled()
  expect(anna.screen()).toContain('Отвечаем от имени магазина')
  expect(anna.screen()).toContain('Магазин')
  expect(shop.sim.calls.filter((call) => !call.ok)).toEqual([])
})

test('an anonymous admin’s tap is the tap of the person behind it: one who is no member changes nothing', async () => {
  const story = await openStaffStory()
  const { shop, oleg, topic, card } = story
  shop.group.asAnonymousAdmin(oleg).tap('Взять', { topic })
  await shop.settled()
  expect(wordsIn(card())).toContain('в работе')
  const boss = shop.group.asAnonymousAdmin(oleg)
  shop.group.remove(oleg)
  await shop.settled()
  const answer = await boss.tapData(card().message_id, dataOf(story, 1)).answer()
  expect(answer.text).toContain('только сотрудник')
})

test('team chatter goes to nobody and is not answered, in General and in topics people made', async () => {
  const { shop, anna, agent } = await openStaffStory()
  const lunch = shop.group.createTopic('Обед')
  const [atAnna, atGroup] = [anna.messages().length, shop.group.messages().length]
  agent.sendText('Кто дежурит?')
  const first = agent.sendText('Идём в столовую', { topic: lunch.id })
  agent.sendText('Идём', { topic: lunch.id, replyTo: first.message_id })
  agent.sendPhoto({ topic: lunch.id })
  agent.sendAlbum([{ kind: 'photo' }, { kind: 'photo' }], { topic: lunch.id })
  await shop.settled()
  expect(anna.messages()).toHaveLength(atAnna)
  expect(shop.group.messages()).toHaveLength(atGroup + 6)
})

test('a reply to the bot that belongs to no ticket is explained instead of vanishing', async () => {
  const { shop, anna, agent } = await openStaffStory()
  agent.sendText('/help')
  await shop.settled()
  const help = shop.group.messages({ topic: 0 }).findLast((message) => message.from?.id === shop.sim.botId)
  const lost = agent.sendText('Анна, всё готово', { replyTo: help?.message_id ?? 0 })
  await shop.settled()
  const word = shop.group.messages({ topic: 0 }).at(-1)
  expect(wordsIn(word)).toContain('клиенту ничего не отправили')
  expect(word?.reply_to_message?.message_id).toBe(lost.message_id)
  expect(anna.screen()).not.toContain('всё готово')
})

test('a second customer’s ticket is out of reach of the first one’s topic', async () => {
  const { shop, anna, agent, topic } = await openStaffStory()
  const boris = shop.customer('Борис')
  const second = await fileTicket(shop, boris)
  agent.sendText('Анне', { topic })
  agent.sendText('Борису', { topic: second.topic ?? 0 })
  await shop.settled()
  expect(anna.screen()).toContain('Анне')
  expect(anna.screen()).not.toContain('Борису')
  expect(boris.screen()).not.toContain('Анне')
})
