import { expect, test } from 'vitest'
import { afterwards } from '../../support/customer-story.ts'
import { wordsIn } from '../../support/message-words.ts'
import { openShop } from '../../support/open-shop.ts'

const ROLE_WORDS = { owner: 'владелец', supervisor: 'супервайзер', agent: 'сотрудник поддержки' }
const OF_STATUS = [
  ['creator', 'owner'],
  ['administrator', 'supervisor'],
  ['member', 'agent'],
] as const

for (const group of ['forum', 'supergroup'] as const) {
  test(`in a ${group} Telegram tells who is what`, async () => {
    const shop = await openShop({ group })
    for (const [as, role] of OF_STATUS) {
      const person = shop.sim.createUser({ firstName: as, languageCode: 'ru' })
      shop.group.join(person, { as })
      const actor = shop.group.as(person)
      await afterwards(shop, () => actor.sendText('/role'))
      expect(wordsIn(actor.asides().at(-1))).toContain(`Вы в этой группе ${ROLE_WORDS[role]}`)
    }
  })
}

test('the settings make more of a member than Telegram does, and nothing of a stranger', async () => {
  const shop = await openShop()
  const [oleg, vera] = [shop.agent('Олег'), shop.agent('Вера')]
  const stranger = shop.sim.createUser({ firstName: 'Пётр', languageCode: 'ru' })
  await shop.restart({ env: { OWNERS: String(oleg.id), SUPERVISORS: `${vera.id}, ${stranger.id}` } })
  for (const [person, role] of [
    [oleg, 'owner'],
    [vera, 'supervisor'],
  ] as const) {
    const actor = shop.group.as(person)
    await afterwards(shop, () => actor.sendText('/role'))
    expect(wordsIn(actor.asides().at(-1))).toContain(ROLE_WORDS[role])
  }
  await afterwards(shop, () => stranger.sendText('/role'))
  expect(stranger.screen()).not.toContain('Вы в этой группе')
})

test('a right that was taken away is gone at once', async () => {
  const shop = await openShop()
  const vera = shop.sim.createUser({ firstName: 'Вера', languageCode: 'ru' })
  shop.group.join(vera, { as: 'administrator' })
  const actor = shop.group.as(vera)
  await afterwards(shop, () => actor.sendText('/audit'))
  expect(wordsIn(actor.asides().at(-1))).toContain('Журнал за 7 дней')
  shop.group.join(vera)
  await shop.settled()
  await afterwards(shop, () => actor.sendText('/audit'))
  expect(wordsIn(actor.asides().at(-1))).toContain('могут супервайзеры')
})
