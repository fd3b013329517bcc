import { expect, test } from 'vitest'
import type { Group } from '../../../src/simulator/driver/group.ts'
import { openShop, type Shop } from '../../support/open-shop.ts'

const words = (shop: Shop, group: Group) =>
  group
    .messages()
    .filter((message) => message.from?.id === shop.sim.botId && message.text !== undefined)
    .map((message) => message.text ?? '')

const leaves = (shop: Shop) => shop.sim.calls.filter((call) => call.method === 'leaveChat' && call.ok)

test('added to any other group, the bot says one polite word and leaves', async () => {
  const shop = await openShop()
  for (const kind of ['supergroup', 'group', 'forum'] as const) {
    const other = shop.sim.createGroup({ title: 'Чужая', kind, botRights: 'absent' })
    other.addBot('admin')
    await shop.settled()
    expect(words(shop, other)).toEqual([expect.stringContaining('работает в другой группе')])
    // Its owner may have meant it for a category.
    expect(words(shop, other)[0]).toContain(`${other.id}, в staffGroup`)
  }
  expect(leaves(shop)).toHaveLength(3)
  expect(shop.sim.calls.filter((call) => !call.ok)).toEqual([])
})

test('a group it was in before gets the same, once, although many write there at once', async () => {
  const shop = await openShop()
  const other = shop.sim.createGroup({ title: 'Старая', kind: 'supergroup' })
  const oleg = shop.agent('Олег')
  other.join(oleg)
  for (let n = 0; n < 5; n += 1) other.as(oleg).sendText(`сообщение ${n}`)
  await shop.settled()
  expect(words(shop, other)).toHaveLength(1)
  expect(leaves(shop)).toHaveLength(1)
})

test('the staff group reads what it lacks when the bot’s rights change, each once, and that all is in order at last', async () => {
  const shop = await openShop()
  shop.group.promoteBot('member')
  await shop.settled()
  expect(words(shop, shop.group).at(-1)).toContain('Сделайте его администратором')
  shop.group.promoteBot({ can_manage_chat: true })
  await shop.settled()
  expect(words(shop, shop.group).at(-1)).toContain('права управлять темами')
  shop.group.promoteBot({ can_manage_chat: true, can_pin_messages: true })
  await shop.settled()
  shop.group.promoteBot('admin')
  await shop.settled()
  expect(words(shop, shop.group).at(-1)).toContain('работа продолжается')
  expect(words(shop, shop.group)).toHaveLength(3)
})

test('in the owner’s other language the group reads the same', async () => {
  const shop = await openShop({ language: 'en' })
  shop.group.promoteBot('member')
  await shop.settled()
  expect(words(shop, shop.group).at(-1)).toContain('administrator')
})
