import { expect, test } from 'vitest'
import { afterwards, lastSaid, wordsOf } from '../../support/customer-story.ts'
import { openFloodStory } from '../../support/flood-story.ts'
import { openShop } from '../../support/open-shop.ts'

const TOLD = { ru: /Слишком много команд подряд/, en: /Too many commands in a row/ } as const

test.for(['ru', 'en'] as const)(
  'of commands beyond the pace the last is answered, and that is said once (%s)',
  async (language) => {
    const { shop, anna, atOnce } = await openFloodStory({ language })
    await atOnce(41, () => {
      for (let count = 0; count < 40; count += 1) anna.sendText('/help')
      anna.sendText('/language')
    })
    const said = anna
      .messages()
      .filter((message) => message.from?.id === shop.sim.botId)
      .map(wordsOf)
    expect(said.filter((text) => TOLD[language].test(text))).toHaveLength(1)
    expect(said.length, 'answers').toBe(20 + 2)
    expect(lastSaid(shop, anna)).toBe(shop.texts(language).plain('ask-language'))
  },
)

test('taps beyond the pace are answered, and the screen is the one tapped last', async () => {
  const { shop, anna, atOnce } = await openFloodStory()
  await afterwards(shop, () => anna.sendText('/start'))
  const screen = anna.lastMessage()?.message_id ?? 0
  const edits = () => shop.sim.calls.filter(({ method }) => method === 'editMessageText').length
  const before = edits()
  await atOnce(41, () => {
    for (let count = 0; count <= 40; count += 1) anna.tapData(screen, count % 2 === 0 ? 'm:help' : 'm:home')
  })
  expect(edits() - before, 'screens').toBeLessThanOrEqual(21)
  expect(shop.sim.unansweredTaps()).toEqual([])
  expect(wordsOf(anna.messages().find((message) => message.message_id === screen))).toContain(
    'Как это работает',
  )
})

test('the form’s own buttons are answers and know no pace', async () => {
  const shop = await openShop()
  const anna = shop.customer('Анна')
  await afterwards(shop, () => anna.sendText('/new'))
  await afterwards(shop, () => anna.tap(/Согласен/))
  for (let times = 0; times < 15; times += 1) {
    await afterwards(shop, () => anna.tap('Доставка'))
    await afterwards(shop, () => anna.tap(/Назад/))
  }
  expect(anna.screen()).toContain('С чем связан вопрос?')
})
