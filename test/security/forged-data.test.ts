import { expect, test } from 'vitest'
import { afterwards, fileShort, inTopic, lastSaid, shown } from '../support/customer-story.ts'
import { wordsIn } from '../support/message-words.ts'
import { openShop } from '../support/open-shop.ts'
import { openStaffStory } from '../support/staff-story.ts'

/** What buttons of strangers and forged ones look like: test/stories/customer/strangers.test.ts tells more of them. */

test('what one’s own form holds can’t be put into another customer’s ticket', async () => {
  const shop = await openShop()
  const anna = shop.customer('Анна')
  const eve = shop.customer('Ева')
  const number = await fileShort(shop, anna, { category: 'Другое', problem: 'Другое' })
  const open = anna.messages().flatMap((message) => message.reply_markup?.inline_keyboard.flat() ?? [])
  const ticketId = open.find(({ text }) => text === 'Открыть обращение')?.callback_data?.split(':')[1] ?? ''
  await afterwards(shop, () => eve.sendText('/new'))
  const draftId =
    eve
      .buttons()
      .find((button) => button.callback_data?.startsWith('i:'))
      ?.callback_data?.split(':')[1] ?? ''
  const before = inTopic(shop, number).length
  const tap = await afterwards(shop, () =>
    eve.tapData(eve.lastMessage()?.message_id ?? 0, `a:${draftId}:${ticketId}`),
  )
  expect((await tap.answer()).text ?? 'Такого обращения у вас нет').toBe('Такого обращения у вас нет')
  expect(inTopic(shop, number)).toHaveLength(before)
})

test('a payload behind /start is worth nothing by itself, whatever it says', async () => {
  const shop = await openShop()
  const eve = shop.customer('Ева')
  await afterwards(shop, () => eve.sendText('/start'))
  const home = shown(eve)
  for (const payload of [
    'admin',
    'ticket_482913',
    'A'.repeat(64),
    '../../etc/passwd',
    '<b>',
    's:AAAAAAAAAAAA:resolve',
    '🙂'.repeat(500),
  ]) {
    await afterwards(shop, () => eve.sendText(`/start ${payload}`))
    expect(shown(eve), payload).toBe(home)
  }
})

test('data longer than Telegram allows, and data of nothing, is answered as an old button', async () => {
  const story = await openStaffStory()
  const { shop, anna, agent, card } = story
  for (const data of [
    'x'.repeat(10_000),
    `s:${'0'.repeat(5_000)}:resolve`,
    'a:',
    'a::',
    's::resolve',
    '\u0000',
    '\u202e:o',
  ]) {
    const own = anna.tapData(anna.lastMessage()?.message_id ?? 0, data)
    const staff = agent.tapData(card().message_id, data)
    await shop.settled()
    for (const tap of [own, staff]) expect(await tap.answer(), data.slice(0, 20)).toBeDefined()
  }
  expect(wordsIn(card())).toMatch(/· новое\n/)
  expect(await story.failedEvents()).toEqual([])
})

test('guessing numbers tells nothing: every guess gets the same words, a hit on a stranger’s ticket too', async () => {
  const shop = await openShop()
  const anna = shop.customer('Анна')
  const eve = shop.customer('Ева')
  const number = await fileShort(shop, anna, { category: 'Другое', problem: 'Другое' })
  const words: string[] = []
  for (const guess of [
    number,
    number.replace('-', ''),
    `№ ${number}`,
    '100-000',
    '999-999',
    '12345678',
    'abc',
  ]) {
    await afterwards(shop, () => eve.sendText(`/status ${guess}`))
    words.push(lastSaid(shop, eve).replace(guess, '…'))
  }
  expect(new Set(words).size).toBe(1)
})
