import { expect, test } from 'vitest'
import { openShop, type Shop } from '../../support/open-shop.ts'

const FIELDS = ['description', 'short_description'] as const

/** What somebody sees before they press Start; without a language: who has neither of the desk's. */
const introduction = ({ sim }: Shop, language?: string) =>
  FIELDS.map((field) => sim.world.profile.get(language === undefined ? field : `${field}:${language}`))

async function openIntroduced(): Promise<Shop> {
  const shop = await openShop()
  await shop.sim.waitFor(() => shop.sim.world.profile.size === 6, { what: 'all introductions' })
  return shop
}

test('before anything is said, people read in their language what the bot is for', async () => {
  const shop = await openIntroduced()
  for (const words of introduction(shop, 'ru')) expect(words).toMatch(/^Поддержка магазина/)
  for (const words of introduction(shop, 'en')) expect(words).toMatch(/^The shop's support/)
  expect(introduction(shop)).toEqual(introduction(shop, 'ru'))
})

test('what the owner has written with @BotFather stays, and an owner who takes it away gets the bot’s own again', async () => {
  const shop = await openIntroduced()
  const { profile } = shop.sim.world
  profile.clear()
  profile.set('description', 'Дом и сад')
  await shop.restart()
  await shop.sim.waitFor(() => profile.size === 4, { what: 'the short introduction' })
  expect(introduction(shop)).toEqual(['Дом и сад', expect.stringMatching(/^Поддержка магазина/)])
  expect(introduction(shop, 'en')[0]).toBeUndefined()

  profile.delete('description')
  await shop.restart()
  await shop.sim.waitFor(() => profile.has('description'), { what: 'the introduction' })
  expect(introduction(shop, 'en')[0]).toMatch(/^The shop's support/)
})

test('where Telegram refuses a part of it, the next start tells all of it', async () => {
  const shop = await openShop({ mayBeRefused: true })
  const { profile } = shop.sim.world
  await shop.sim.waitFor(() => profile.size === 6, { what: 'all introductions' })
  profile.clear()
  shop.sim.faults.add({
    ...{ method: 'setMyDescription', kind: 'error-500', times: 1 },
    when: ({ language_code: language }) => language === 'en',
  })
  await shop.restart()
  await shop.sim.waitFor(() => profile.has('short_description'), { what: 'the short introduction' })
  expect(profile.has('description')).toBe(false)
  await shop.restart()
  await shop.sim.waitFor(() => profile.size === 6, { what: 'the rest' })
  for (const words of introduction(shop, 'en')) expect(words).toMatch(/^The shop's support/)
})
