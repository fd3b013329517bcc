import { expect, test } from 'vitest'
import { wordsIn } from '../../support/message-words.ts'
import { findMessage, openStaffStory } from '../../support/staff-story.ts'

const photos = ['1', '2', '3', '4'].map((caption) => ({ kind: 'photo' as const, caption }))

for (const group of ['forum', 'group'] as const) {
  test(`an album that Telegram refused after sending a part of it is never sent as one again (${group})`, async () => {
    const { shop, anna, agent, topic, inTopic, card } = await openStaffStory({ group, mayBeRefused: true })
    shop.sim.faults.add({ method: 'sendMediaGroup', kind: 'partial-album', items: 2, times: 5 })
    const before = inTopic().length
    anna.sendAlbum(photos)
    await shop.settled()
    const albums = () => shop.sim.calls.filter((call) => call.method === 'sendMediaGroup')
    expect(albums()).toHaveLength(1)
    const shown = inTopic()
      .slice(before)
      .filter((message) => message.photo !== undefined)
    // Two of them were there already: they come twice, and nothing is missing.
    expect(shown.map((message) => message.caption?.at(-1)).sort()).toEqual(['1', '1', '2', '2', '3', '4'])

    const place = group === 'forum' ? { topic } : { replyTo: card().message_id }
    agent.sendAlbum(photos, place)
    await shop.settled()
    expect(albums()).toHaveLength(2)
    const got = anna.messages().filter((message) => message.photo !== undefined && message.from?.is_bot)
    expect(got.map((message) => message.caption?.at(-1)).sort()).toEqual(['1', '1', '2', '2', '3', '4'])
    expect(findMessage(inTopic(), 'возможно, дважды')).toBeDefined()
  })
}

test('an answer whose formatting Telegram refuses arrives as plain text', async () => {
  const { shop, anna, agent, topic, inTopic } = await openStaffStory({ mayBeRefused: true })
  const isFormatted = (params: Readonly<Record<string, unknown>>) =>
    params.entities !== undefined && String(params.text).includes('Заказ найден')
  const words = "can't parse entities: Can't find end of the entity starting at byte offset 3"
  shop.sim.faults.add({ method: 'sendMessage', kind: 'refused', words, when: isFormatted })
  const before = inTopic().length
  agent.sendText('Заказ найден', { topic })
  await shop.settled()
  const got = findMessage(anna.messages(), 'Заказ найден')
  expect(got.entities).toBeUndefined()
  expect(inTopic().slice(before).map(wordsIn).join()).not.toContain('Не доставлено')
})
