import { expect, test } from 'vitest'
import { openShop, type Shop } from '../../support/open-shop.ts'

const words = (shop: Shop) =>
  shop.group
    .messages()
    .filter((message) => message.from?.id === shop.sim.botId && message.text !== undefined)
    .map((message) => message.text ?? '')

test('added to a group in set-up mode, the bot tells the group’s id and each thing that is missing, with its mend', async () => {
  const shop = await openShop({ group: 'none' })
  shop.group.removeBot()
  shop.group.addBot('member')
  await shop.settled()
  const [first] = words(shop)
  expect(words(shop)).toHaveLength(1)
  expect(first).toContain(String(shop.group.id))
  expect(first).toContain('STAFF_CHAT_ID')
  expect(first).toContain('Сделайте бота администратором')
  expect(first).toContain('Темы в группе выключены')

  shop.group.setForum(true)
  shop.group.promoteBot({ can_manage_chat: true })
  await shop.settled()
  expect(words(shop)).toHaveLength(2)
  expect(words(shop)[1]).toContain('Дайте боту право управлять темами')
  expect(words(shop)[1]).not.toContain('Темы в группе выключены')

  shop.group.promoteBot('admin')
  await shop.settled()
  expect(words(shop)[2]).toContain(String(shop.group.id))
  expect(words(shop)[2]).not.toMatch(/Дайте|Сделайте|выключены/)
})

test('in a group it was in before, /id tells the id; other chatter is left alone', async () => {
  const shop = await openShop({ group: 'none' })
  const agent = shop.group.as(shop.agent('Олег'))
  agent.sendText('Всем привет')
  await shop.settled()
  expect(words(shop)).toEqual([])
  agent.sendText('/id')
  await shop.settled()
  expect(words(shop)).toEqual([expect.stringContaining(String(shop.group.id))])
})

test('customers are told that the desk is not ready, whatever they do', async () => {
  const shop = await openShop({ group: 'none' })
  const anna = shop.customer('Анна')
  anna.sendText('/start')
  anna.sendText('Где мой заказ?')
  await shop.settled()
  const answers = anna.messages().filter((message) => message.from?.id === shop.sim.botId)
  expect(answers.map((message) => message.text)).toEqual(
    Array.from({ length: 2 }, () => expect.stringContaining('Поддержка ещё настраивается')),
  )
})
