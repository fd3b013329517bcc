import { expect, test } from 'vitest'
import { afterwards } from '../../support/customer-story.ts'
import { openShop, type Shop } from '../../support/open-shop.ts'

interface Command {
  readonly command: string
  readonly description: string
}

const CUSTOMERS = 'all_private_chats'
const AGENTS = 'all_group_chats'

/** What a person is offered, as Telegram keeps it; without a language: for everybody whose language has no menu of its own. */
async function menuOf(shop: Shop, type: string, language?: string): Promise<readonly Command[]> {
  const response = await fetch(`${shop.sim.url}/bot${shop.sim.token}/getMyCommands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ scope: { type }, ...(language === undefined ? {} : { language_code: language }) }),
  })
  return ((await response.json()) as { result: Command[] }).result
}

async function openWithMenus(): Promise<Shop> {
  const shop = await openShop()
  await shop.sim.waitFor(() => shop.sim.world.commands.length === 6, { what: 'all menus set' })
  return shop
}

const names = (menu: readonly Command[]) => menu.map(({ command }) => command)

test('customers and agents are offered commands of their own, in their language', async () => {
  const shop = await openWithMenus()
  for (const scope of [CUSTOMERS, AGENTS]) {
    const [russian, english, others] = await Promise.all([
      menuOf(shop, scope, 'ru'),
      menuOf(shop, scope, 'en'),
      menuOf(shop, scope),
    ])
    expect(names(russian)).toEqual(names(english))
    expect(others).toEqual(english)
    for (const { description } of russian) expect(description).toMatch(/\p{Script=Cyrillic}{3}/u)
    for (const { description } of english) expect(description).toMatch(/^[\x20-\x7e“”’]+$/)
  }
  expect(names(await menuOf(shop, CUSTOMERS, 'ru'))).not.toContain('take')
  expect(names(await menuOf(shop, AGENTS, 'ru'))).not.toContain('new')
})

test('whatever a customer is offered is answered', async () => {
  const shop = await openWithMenus()
  for (const { command } of await menuOf(shop, CUSTOMERS, 'ru')) {
    const anna = shop.customer()
    await afterwards(shop, () => anna.sendText(`/${command}`))
    const answers = anna.messages().filter((message) => message.from?.id === shop.sim.botId)
    expect(answers, `/${command}`).toHaveLength(1)
  }
})
