import { expect, test } from 'vitest'
import type { Person } from '../../../src/simulator/driver/person.ts'
import { fileTicket } from '../../support/file-ticket.ts'
import { photosIn, wordsIn } from '../../support/message-words.ts'
import { openShop, type Shop, type ShopOptions } from '../../support/open-shop.ts'
import { findMessage } from '../../support/staff-story.ts'

const QUICK = { firstMs: 20, maxMs: 100 }

/** A shop whose group was made by Vera, who has started the bot. */
async function openOwnedShop(options: ShopOptions = {}): Promise<{ shop: Shop; vera: Person }> {
  const shop = await openShop({ mayBeRefused: true, backoff: QUICK, ...options })
  const vera = shop.customer('Вера')
  shop.group.join(vera, { as: 'creator' })
  vera.sendText('/start')
  await shop.settled()
  // The first look at the group tells who made it.
  await shop.restart()
  await shop.settled()
  return { shop, vera }
}

const said = (messages: ReturnType<Person['messages']>, text: string) =>
  messages.filter((message) => wordsIn(message).includes(text))

for (const group of ['forum', 'group'] as const) {
  test(`the bot is thrown out of a ${group}: its owner is told once, and tickets arrive when it is back`, async () => {
    const { shop, vera } = await openOwnedShop({ group })
    shop.group.removeBot()
    const anna = shop.customer('Анна')
    const { number } = await fileTicket(shop, anna, { photos: 2 })
    anna.sendText('Есть новости?')
    await shop.settled()
    await shop.restart()
    const second = await fileTicket(shop, shop.customer('Борис'))
    expect(said(vera.messages(), 'Бота больше нет в группе')).toHaveLength(1)
    const { outbox } = shop.desk().database
    expect(await outbox.heldChats()).toMatchObject([{ chatId: shop.group.id, reason: 'group-gone' }])

    shop.group.addBot()
    await shop.settled()
    expect(await outbox.heldChats()).toEqual([])
    const shown = shop.group.messages()
    expect(findMessage(shown, `№ ${number} ·`)).toBeDefined()
    expect(said(shown, 'Есть новости?')).toHaveLength(1)
    expect(photosIn(shown)).toBe(2)
    expect(findMessage(shown, `№ ${second.number} ·`)).toBeDefined()
    expect(said(vera.messages(), 'ничего не потеряно')).toHaveLength(1)
    expect(shop.group.topics()).toHaveLength(group === 'forum' ? 2 : 0)
    expect(said(shown, 'не дал показать')).toEqual([])
  })
}

test('the bot may not write: what piled up arrives by itself, though nobody tells that it may again', async () => {
  const { shop, vera } = await openOwnedShop()
  shop.group.promoteBot('restricted', vera)
  const { number } = await fileTicket(shop, shop.customer('Анна'))
  await shop.restart()
  await shop.settled()
  expect(said(vera.messages(), 'Боту запретили писать')).toHaveLength(1)
  const members = [...shop.sim.world.chats.values()].find((chat) => chat.id === shop.group.id)
  if (members?.kind !== 'supergroup') throw new Error('no group')
  const bot = members.members.get(shop.sim.botId)
  if (bot === undefined) throw new Error('no bot')
  bot.status = 'member'
  await shop.sim.waitFor(() => said(shop.group.messages(), `№ ${number} ·`).length === 1, {
    what: 'the card',
  })
  await shop.settled()
  expect(said(vera.messages(), 'ничего не потеряно')).toHaveLength(1)
})

test('without the right to manage topics cards come to General; the owner is told once, however many tickets come', async () => {
  const { shop, vera } = await openOwnedShop()
  shop.group.promoteBot({ can_manage_chat: true })
  const { number } = await fileTicket(shop, shop.customer('Анна'))
  await fileTicket(shop, shop.customer('Борис'))
  const general = shop.group.messages({ topic: 0 })
  expect(findMessage(general, `№ ${number} ·`)).toBeDefined()
  expect(said(vera.messages(), 'управлять темами')).toHaveLength(1)
  expect(said(general, 'управлять темами')).toHaveLength(1)
  shop.group.promoteBot('admin')
  await shop.settled()
  const after = await fileTicket(shop, shop.customer('Глеб'))
  expect(after.topic).toBeDefined()
  expect(said(vera.messages(), 'ничего не потеряно')).toHaveLength(1)
})

test('topics are switched off and on: cards come as replies allow, then topics again; the owner is told once of each', async () => {
  const { shop, vera } = await openOwnedShop()
  const oleg = shop.agent('Олег')
  shop.group.setForum(false)
  const { number } = await fileTicket(shop, shop.customer('Анна'))
  const { topic } = await fileTicket(shop, shop.customer('Борис'))
  expect(topic).toBeUndefined()
  expect(findMessage(shop.group.messages(), `№ ${number} ·`)).toBeDefined()
  expect(said(vera.messages(), 'выключены')).toHaveLength(1)
  shop.group.setForum(true)
  shop.group.as(oleg).sendText('Темы снова есть')
  await shop.settled()
  expect((await fileTicket(shop, shop.customer('Глеб'))).topic).toBeDefined()
  expect(said(vera.messages(), 'ничего не потеряно')).toHaveLength(1)
})

test('an owner who never started the bot is told in the group, where it can be written to', async () => {
  const shop = await openShop({ language: 'en' })
  shop.group.promoteBot('member')
  await shop.settled()
  await shop.restart()
  shop.group.promoteBot('member')
  await shop.settled()
  expect(said(shop.group.messages(), 'no longer an administrator')).toHaveLength(1)
})
