import { expect, test } from 'vitest'
import { fileTicket } from '../../support/file-ticket.ts'
import { photosIn, wordsIn } from '../../support/message-words.ts'
import type { Shop } from '../../support/open-shop.ts'
import { findMessage, openStaffStory } from '../../support/staff-story.ts'

/** Lets the cards of all unfinished tickets follow, portion by portion. */
async function followed(shop: Shop): Promise<void> {
  for (let portions = 0; portions < 3; portions += 1) {
    await shop.desk().sweep()
    await shop.settled()
  }
}

/** Replies of the bot in the new group to messages that are not the bot's own there. */
const strayReplies = (shop: Shop) =>
  shop.group.messages().filter(({ from, reply_to_message: replied }) => {
    return (
      from?.id === shop.sim.botId &&
      replied !== undefined &&
      !shop.group.messages().some((one) => one.message_id === replied.message_id)
    )
  })

const wordsOfMove = (shop: Shop) =>
  shop.group.messages().filter((message) => wordsIn(message).includes('дал этой группе новый номер'))

test('when Telegram gives the staff group a new id, work goes on there, and the owner reads once what to write', async () => {
  const { shop, oleg } = await openStaffStory({ group: 'group', mayBeRefused: true })
  const old = shop.group.id
  shop.group.upgrade()
  await shop.settled()
  expect(wordsOfMove(shop)).toHaveLength(1)
  expect(wordsIn(wordsOfMove(shop)[0])).toContain(String(shop.group.id))
  expect(wordsIn(wordsOfMove(shop)[0])).toContain(String(old))

  const boris = shop.customer('Борис')
  const { number } = await fileTicket(shop, boris)
  const card = findMessage(shop.group.messages(), `№ ${number} ·`)
  shop.group.as(oleg).sendText('Отвечаю', { replyTo: card.message_id })
  await shop.settled()
  expect(boris.screen()).toContain('Отвечаю')
  expect(shop.sim.calls.filter((call) => call.method === 'leaveChat')).toEqual([])

  await shop.restart()
  const later = await fileTicket(shop, shop.customer('Вера'))
  expect(findMessage(shop.group.messages(), `№ ${later.number} ·`)).toBeDefined()
  expect(wordsOfMove(shop)).toHaveLength(1)
})

test('the cards of unfinished tickets follow with the last words; what came meanwhile is shown once, and finished tickets stay behind', async () => {
  const { shop, anna, oleg, number, write } = await openStaffStory({
    group: 'group',
    photos: 2,
    mayBeRefused: true,
  })
  const boris = shop.customer('Борис')
  const withdrawn = await fileTicket(shop, boris)
  boris.tap(/Открыть обращение/)
  await shop.settled()
  boris.tap(/Отозвать/)
  await shop.settled()
  boris.tap(/Да, отозвать/)
  write('Проверяем у курьера')
  await shop.settled()

  shop.group.upgrade()
  anna.sendText('Есть новости?')
  anna.sendPhoto({ caption: 'Вот чек' })
  await shop.settled()
  await followed(shop)
  const shown = shop.group.messages().map(wordsIn)
  const count = (text: string) => shown.filter((words) => words.includes(text)).length
  expect(count(`№ ${number} · в работе`)).toBe(1)
  expect(count('Олег: Проверяем у курьера')).toBe(1)
  expect(count('Есть новости?')).toBe(1)
  expect(count('Вот чек')).toBe(1)
  expect(count(withdrawn.number)).toBe(0)
  expect(photosIn(shop.group.messages())).toBe(3)
  expect(strayReplies(shop)).toEqual([])

  const agent = shop.group.as(oleg)
  agent.sendText('Курьер выехал', { replyTo: findMessage(shop.group.messages(), 'Есть новости?').message_id })
  agent.tap('Решено')
  await shop.settled()
  expect(anna.screen()).toContain('Курьер выехал')
  expect(anna.screen()).toContain(`№ ${number} решено`)
})

test('what was on its way when the group moved arrives once: what is said last does not repeat it', async () => {
  const { shop, anna, number } = await openStaffStory({ group: 'group', mayBeRefused: true })
  const when = (params: object) => JSON.stringify(params).includes('Есть новости?')
  const fault = shop.sim.faults.add({ method: 'sendMessage', kind: 'flood', when })
  anna.sendText('Есть новости?')
  await shop.sim.waitFor(() => fault.hits === 1)
  shop.group.upgrade()
  await shop.settled()
  await followed(shop)
  const shown = shop.group.messages().map(wordsIn)
  expect(shown.filter((words) => words.includes('Есть новости?'))).toHaveLength(1)
  expect(shown.filter((words) => words.startsWith(`№ ${number} · новое`))).toHaveLength(1)
})

test('a restart in the midst of it loses no card', async () => {
  const { shop, anna } = await openStaffStory({ group: 'group', mayBeRefused: true })
  const others = [
    await fileTicket(shop, shop.customer('Борис')),
    await fileTicket(shop, shop.customer('Вера')),
  ]
  const more = [await fileTicket(shop, shop.customer('Глеб')), await fileTicket(shop, shop.customer('Дина'))]
  shop.group.upgrade()
  await shop.settled()
  await shop.desk().sweep()
  await shop.restart()
  await followed(shop)
  const cards = shop.group.messages().filter((message) => wordsIn(message).includes('Приоритет'))
  expect(cards).toHaveLength(5)
  for (const { number } of [...others, ...more]) expect(shop.group.screen()).toContain(number)
  anna.sendText('Я тоже здесь')
  await shop.settled()
  expect(findMessage(shop.group.messages(), 'Я тоже здесь').reply_to_message).toBeDefined()
})

test('what comes from the new id before the news of it is obeyed, and never makes the bot leave', async () => {
  const { shop, oleg } = await openStaffStory({ group: 'group', mayBeRefused: true })
  shop.sim.updates.hold()
  shop.group.upgrade()
  shop.group.promoteBot('member')
  shop.group.promoteBot('admin')
  shop.group.as(oleg).sendText('/name Олег')
  // First what people did, last the news.
  shop.sim.updates.release([4, 2, 3, 1, 0])
  await shop.settled()
  expect(findMessage(shop.group.messages(), 'клиенты видят вас')).toBeDefined()
  expect(wordsOfMove(shop)).toHaveLength(1)
  expect(shop.sim.calls.filter((call) => call.method === 'leaveChat')).toEqual([])
})
