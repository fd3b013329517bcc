import { expect, test } from 'vitest'
import type { Person } from '../../../src/simulator/driver/person.ts'
import { afterwards, fileShort, inTopic, lastSaid, shown } from '../../support/customer-story.ts'
import { openShop, type Shop } from '../../support/open-shop.ts'

const SECRET = 'Тайна: соседи украли посылку'

async function openStory() {
  const shop = await openShop()
  const anna = shop.customer('Анна')
  const eve = shop.customer('Ева')
  const number = await fileShort(shop, anna, {
    category: 'Доставка',
    problem: 'Жалоба на курьера',
    description: SECRET,
  })
  await fileShort(shop, eve, { category: 'Другое', problem: 'Другое' })
  return { shop, anna, eve, number }
}

/** What the bot sent to a person: nothing of it may come from somebody else's ticket. */
function sentTo(shop: Shop, person: Person): string {
  return JSON.stringify(
    shop.sim.calls.filter(
      ({ method, params }) => method !== 'getUpdates' && params.chat_id === person.chatId,
    ),
  )
}

test('a stranger’s ticket number is refused in the same words as one that does not exist', async () => {
  const { shop, eve, number } = await openStory()
  await afterwards(shop, () => eve.sendText(`/status ${number}`))
  const refusal = lastSaid(shop, eve)
  const absent = number === '100-000' ? '100-001' : '100-000'
  await afterwards(shop, () => eve.sendText(`/status ${absent}`))
  expect(lastSaid(shop, eve)).toBe(refusal.replace(number, absent))
  expect(sentTo(shop, eve)).not.toMatch(/Тайна|Жалоба на курьера/)
})

test('forged button data of another customer’s ticket gets the answer of an unknown one, and nothing happens', async () => {
  const { shop, anna, eve, number } = await openStory()
  const ticketId = confirmedTicketId(anna)
  const before = inTopic(shop, number).length
  await afterwards(shop, () => eve.sendText('/tickets'))
  const own = eve.lastMessage()?.message_id ?? 0
  const list = shown(eve)
  for (const make of [
    (id: string) => `t:${id}:0`,
    ...['solved', 'unsolved', 'withdraw', 'withdraw-yes', 'again'].map(
      (action) => (id: string) => `o:${id}:${action}`,
    ),
    (id: string) => `s:${id}:resolve`,
  ]) {
    const forged = await afterwards(shop, () => eve.tapData(own, make(ticketId)))
    const unknown = await afterwards(shop, () => eve.tapData(own, make('AAAAAAAAAAAA')))
    expect((await forged.answer()).text, make('…')).toBe((await unknown.answer()).text)
    expect((await forged.answer()).text, make('…')).toMatch(/Такого обращения у вас нет|больше не действует/)
  }
  expect(shown(eve)).toBe(list)
  expect(sentTo(shop, eve)).not.toMatch(new RegExp(`Тайна|Жалоба на курьера|${number}`))
  expect(inTopic(shop, number)).toHaveLength(before)
  await afterwards(shop, () => anna.sendText(`/status ${number}`))
  expect(lastSaid(shop, anna)).toContain('Статус: новое')
})

test('a message can’t be slipped into another customer’s ticket by a forged button', async () => {
  const { shop, anna, eve, number } = await openStory()
  await fileShort(shop, eve, { category: 'Другое', problem: 'Другое' })
  const before = inTopic(shop, number).length
  await afterwards(shop, () => eve.sendText('Подброшено'))
  expect(lastSaid(shop, eve)).toBe('К какому обращению это относится?')
  const question = eve.lastMessage()
  const data = question?.reply_markup?.inline_keyboard[0]?.[0]?.callback_data ?? ''
  const forged = [...data.split(':').slice(0, 2), confirmedTicketId(anna)].join(':')
  const tap = await afterwards(shop, () => eve.tapData(question?.message_id ?? 0, forged))
  expect((await tap.answer()).text).toBe('Такого обращения у вас нет')
  expect(inTopic(shop, number)).toHaveLength(before)
  const theirs = await afterwards(shop, () => anna.tapData(anna.lastMessage()?.message_id ?? 0, data))
  expect((await theirs.answer()).text).toBe('Это сообщение уже передано')
})

test('another customer’s open form can’t be answered, cancelled or taken over', async () => {
  const { shop, anna, eve } = await openStory()
  await afterwards(shop, () => anna.sendText('/new'))
  await afterwards(shop, () => anna.tap('Доставка'))
  const asked = shown(anna)
  const rows = anna.lastMessage()?.reply_markup?.inline_keyboard.flat() ?? []
  for (const { callback_data: data = '' } of rows) {
    const tap = await afterwards(shop, () => eve.tapData(eve.lastMessage()?.message_id ?? 0, data))
    expect((await tap.answer()).text).toBe('Эта форма уже закрыта')
  }
  const draftId = rows[0]?.callback_data?.split(':')[1] ?? ''
  const taken = await afterwards(shop, () => eve.tapData(1, `d:${draftId}:resume`))
  expect((await taken.answer()).text).toBe('Эта форма уже закрыта')
  expect(shown(anna)).toBe(asked)
})

test('data that was never on a button is answered too', async () => {
  const { shop, eve } = await openStory()
  const message = await afterwards(shop, () => eve.lastMessage()?.message_id ?? 0)
  for (const data of [
    ':',
    'x',
    't:',
    'ts:-1',
    'ts:99999',
    'i:::',
    'p:x:',
    `t:${'A'.repeat(60)}`,
    '💥'.repeat(16),
  ]) {
    const tap = await afterwards(shop, () => eve.tapData(message, data))
    expect(await tap.answer(), data).toBeDefined()
  }
  expect(shown(eve), 'no page is beyond the last').toContain('Страница 1 из 1')
})

function confirmedTicketId(person: Person): string {
  const button = person
    .messages()
    .flatMap((message) => message.reply_markup?.inline_keyboard.flat() ?? [])
    .find(({ text }) => text === 'Открыть обращение')
  const id = button?.callback_data?.split(':')[1]
  if (id === undefined) throw new Error(`No confirmation in\n${person.screen()}`)
  return id
}
