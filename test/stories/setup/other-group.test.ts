import { expect, test } from 'vitest'
import type { Group } from '../../../src/simulator/driver/group.ts'
import { fileTicket } from '../../support/file-ticket.ts'
import { photosIn, wordsIn } from '../../support/message-words.ts'
import type { Shop } from '../../support/open-shop.ts'
import { findMessage, openStaffStory } from '../../support/staff-story.ts'

/** The owner writes another group into the settings and starts again. */
async function moveTo(shop: Shop, kind: 'forum' | 'supergroup'): Promise<Group> {
  const other = shop.sim.createGroup({ title: 'Новая', kind })
  await shop.restart({ group: other })
  await shop.desk().sweep()
  await shop.settled()
  return other
}

for (const kind of ['forum', 'supergroup'] as const) {
  test(`another group in the settings, a ${kind}: unfinished tickets go there with card and last words, the old group is left alone`, async () => {
    const story = await openStaffStory({ photos: 1, mayBeRefused: true, mayLeaveTaps: true })
    const { shop, anna, oleg, agent, number, topic, card } = story
    agent.sendText('Уже ищем', { topic })
    await shop.settled()
    const before = shop.group.messages().length
    const oldCard = card()
    const other = await moveTo(shop, kind)
    other.join(oleg)
    await shop.settled()

    const shown = other.messages().map(wordsIn)
    expect(shown.filter((words) => words.startsWith(`№ ${number} · в работе`))).toHaveLength(1)
    expect(findMessage(other.messages(), 'Олег: Уже ищем')).toBeDefined()
    expect(photosIn(other.messages())).toBe(1)
    expect(shop.group.messages()).toHaveLength(before)
    expect(shop.group.topics().map((one) => one.state)).toEqual(['open'])

    anna.sendText('Как успехи?')
    await shop.settled()
    const asked = findMessage(other.messages(), 'Как успехи?')
    const place = kind === 'forum' ? { topic: other.topics()[0]?.id ?? 0 } : { replyTo: asked.message_id }
    other.as(oleg).sendText('Нашли', place)
    await shop.settled()
    expect(anna.screen()).toContain('Нашли')

    // The old group is not obeyed, and whoever tries reads so.
    agent.sendText('Ответ из старой группы', { topic })
    const tap = oldCard.reply_markup?.inline_keyboard.flat().at(-1)?.callback_data ?? ''
    const answer = await agent.tapData(oldCard.message_id, tap).answer()
    expect(answer.text).toContain('в другой группе')
    await shop.settled()
    expect(anna.screen()).not.toContain('Ответ из старой группы')
    expect(anna.screen()).not.toContain(`№ ${number} решено`)
    expect(wordsIn(shop.group.messages().at(-1))).toContain('ответы отсюда клиентам не уходят')
  })
}

test('what waited for the old group when the settings changed is shown in the new one, with its photo, once', async () => {
  const { shop, anna, number } = await openStaffStory({ mayBeRefused: true })
  const other = shop.sim.createGroup({ title: 'Новая', kind: 'forum' })
  // Telegram is busy: nothing leaves for the old group before the stop.
  const busy = shop.sim.faults.add({
    method: '*',
    kind: 'flood',
    times: 100,
    retryAfter: 5,
    when: (params) => Number(params.chat_id) === shop.group.id,
  })
  anna.sendText('Ещё вопрос')
  anna.sendPhoto({ caption: 'И чек' })
  await shop.sim.waitFor(() => busy.hits > 0, { what: 'a call to the old group' })
  await shop.restart({ group: other })
  busy.remove()
  await shop.desk().sweep()
  await shop.settled()
  const shown = other.messages().map(wordsIn)
  for (const text of ['Ещё вопрос', 'И чек'])
    expect(shown.filter((words) => words.includes(text))).toHaveLength(1)
  expect(photosIn(other.messages())).toBe(1)
  expect(shop.group.screen()).not.toContain('Ещё вопрос')
  expect(shown.filter((words) => words.startsWith(`№ ${number}`))).toHaveLength(1)
})

test('a category that gets a group of its own takes its unfinished tickets along, and the others stay', async () => {
  const { shop, number } = await openStaffStory({ mayBeRefused: true })
  const charged = await fileTicket(shop, shop.customer('Борис'), { category: 'Оплата', problem: /дважды/ })
  const payments = shop.sim.createGroup({ title: 'Оплата', kind: 'supergroup' })
  await shop.restart({ groupsFor: { payment: payments } })
  await shop.desk().sweep()
  await shop.settled()
  expect(payments.screen()).toContain(charged.number)
  expect(payments.screen()).not.toContain(number)
  expect(shop.group.topics().map((one) => one.state)).toEqual(['open', 'open'])
})
