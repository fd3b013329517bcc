import { expect, test } from 'vitest'
import { afterwards } from '../../support/customer-story.ts'
import { wordsIn } from '../../support/message-words.ts'
import { openShop, type Shop, type ShopOptions } from '../../support/open-shop.ts'

const GUIDE = 'Памятка для сотрудников'

const said = (shop: Shop) =>
  shop.group.messages().filter((message) => message.from?.id === shop.sim.botId && message.text !== undefined)
const guides = (shop: Shop) => said(shop).filter((message) => wordsIn(message).startsWith(GUIDE))
const pinned = (shop: Shop) => shop.sim.world.chats.get(shop.group.id)?.pinned ?? []

async function openWithSupervisor(options: ShopOptions = {}) {
  const shop = await openShop(options)
  const vera = shop.sim.createUser({ firstName: 'Вера', languageCode: 'ru' })
  shop.group.join(vera, { as: 'administrator' })
  const supervisor = shop.group.as(vera)
  const ask = async (words: string) => {
    await afterwards(shop, () => supervisor.sendText(words))
    return wordsIn(supervisor.asides().at(-1))
  }
  return { shop, vera, supervisor, ask }
}

for (const group of ['forum', 'supergroup'] as const) {
  test(`added to its ${group}, the bot says point by point what it needs, checks it again, and pins the guide at a tap`, async () => {
    const { shop, supervisor, ask } = await openWithSupervisor({ group })
    await afterwards(shop, () => shop.group.removeBot())
    await afterwards(shop, () => shop.group.addBot('member'))
    const first = wordsIn(said(shop).find((message) => wordsIn(message).includes('✗')))
    expect(first).toContain('✗ Сделайте бота администратором')
    expect(first).toContain(group === 'forum' ? '✓ Темы в группе включены' : '✗ Темы в группе выключены')
    expect(first).toContain('/check')

    await afterwards(shop, () => shop.group.promoteBot({ can_manage_chat: true, can_manage_topics: true }))
    const second = await ask('/check')
    expect(second).toContain('✓ Бот администратор')
    expect(second).toContain('✗ Дайте боту право удалять сообщения')
    expect(second).toContain('✗ Дайте боту право закреплять сообщения')
    expect(second.includes('✓ Может управлять темами')).toBe(group === 'forum')

    await afterwards(shop, () => shop.group.promoteBot('admin'))
    const third = await ask('/check')
    expect(third).not.toMatch(/✗ (?:Дайте|Сделайте)/)
    expect(third).toContain('Всё готово')
    const taps = [supervisor.tap('Закрепить памятку'), supervisor.tap('Закрепить памятку')]
    await shop.settled()
    for (const tap of taps) expect((await tap.answer()).text).toContain('закреплена')
    expect(guides(shop)).toHaveLength(1)
    expect(pinned(shop)).toEqual([guides(shop)[0]?.message_id])
  })
}

test('a second /guide changes the pinned one, and one that was deleted comes back', async () => {
  const { shop, supervisor, ask } = await openWithSupervisor({ mayBeRefused: true })
  await ask('/guide')
  const [only] = guides(shop)
  await shop.restart()
  await ask('/guide')
  expect(guides(shop).map((message) => message.message_id)).toEqual([only?.message_id])
  await afterwards(shop, () => supervisor.deleteMessage(only?.message_id ?? 0))
  await ask('/guide')
  expect(guides(shop)).toHaveLength(1)
  expect(pinned(shop).at(-1)).toBe(guides(shop)[0]?.message_id)
})

test('a guide that can not be pinned is there all the same, with the mend', async () => {
  const { shop, ask } = await openWithSupervisor({ mayBeRefused: true })
  shop.group.promoteBot({ can_manage_chat: true, can_manage_topics: true, can_delete_messages: true })
  await shop.settled()
  await ask('/guide')
  expect(guides(shop)).toHaveLength(1)
  expect(wordsIn(said(shop).at(-1))).toContain('право закреплять сообщения')
})

test('an agent pins no guide, by command or by the button', async () => {
  const { shop } = await openWithSupervisor()
  const agent = shop.group.as(shop.agent('Олег'))
  await afterwards(shop, () => agent.sendText('/guide'))
  expect(wordsIn(agent.asides().at(-1))).toContain('могут супервайзеры')
  await afterwards(shop, () => agent.sendText('/check'))
  const tap = agent.tap('Закрепить памятку')
  await shop.settled()
  expect((await tap.answer()).text).toContain('могут супервайзеры')
  expect(guides(shop)).toEqual([])
})

test('in set-up mode /check tells the group’s id and what is missing; in a group of others it tells nothing', async () => {
  const shop = await openShop({ group: 'none' })
  const agent = shop.group.as(shop.agent('Олег'))
  await afterwards(shop, () => agent.sendText('/check'))
  expect(wordsIn(said(shop).at(-1))).toMatch(new RegExp(`${shop.group.id}[\\s\\S]*✓ Бот администратор`))
  await afterwards(shop, () => agent.sendText('/check@other_bot'))
  expect(said(shop)).toHaveLength(1)
})

test('in a group it works in, /id tells the number, and that nothing is left to do', async () => {
  const { shop, ask } = await openWithSupervisor()
  expect(await ask('/id')).toBe(`Номер этой группы: ${shop.group.id}. Бот в ней уже работает.`)
})

test('in English the guide and the list are in English', async () => {
  const { shop, ask } = await openWithSupervisor({ language: 'en' })
  expect(await ask('/check')).toContain('✓ The bot is an administrator')
  await ask('/guide')
  expect(wordsIn(said(shop).at(-1))).toContain('The guide for agents')
})

test('whatever agents are offered in the menu is known, and /help tells of it', async () => {
  const { shop, vera, supervisor } = await openWithSupervisor()
  await shop.sim.waitFor(() => shop.sim.world.commands.length === 6, { what: 'all menus set' })
  const menu = shop.sim.world.commands.find(({ scope }) => scope.type === 'all_group_chats')?.commands ?? []
  await afterwards(shop, () => vera.sendText('/start'))
  await afterwards(shop, () => supervisor.sendText('/help'))
  const help = wordsIn(vera.lastMessage())
  for (const { command } of menu) {
    if (command !== 'help') expect(help).toContain(`/${command}`)
    await afterwards(shop, () => supervisor.sendText(`/${command}`))
  }
  expect(shop.group.screen()).not.toContain('Команды /')
})
