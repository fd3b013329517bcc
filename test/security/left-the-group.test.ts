import { expect, test } from 'vitest'
import { wordsIn } from '../support/message-words.ts'
import { createShiftingClock } from '../support/shifting-clock.ts'
import { openStaffStory, type StaffStory } from '../support/staff-story.ts'

/** Longer than a membership that was asked for is believed. */
const BELIEVED_MS = 61_000

const resolveOf = ({ card }: StaffStory) =>
  card().reply_markup?.inline_keyboard.flat().at(-1)?.callback_data ?? ''

/** What Oleg wrote comes when he is no longer in the group. */
function writeLate({ shop, oleg, topic }: StaffStory, text: string): void {
  const chat = { id: shop.group.id, type: 'supergroup', title: 'Support', is_forum: true }
  const command = { type: 'bot_command', offset: 0, length: text.length }
  shop.sim.world.updates.push('message', {
    ...{ message_id: 900_000 + text.length, date: 1, from: oleg.user, chat, text },
    ...{ message_thread_id: topic, is_topic_message: true },
    ...(text.startsWith('/') ? { entities: [command] } : {}),
  })
}

test('who was put out of the group reaches no customer and changes nothing, from the news on', async () => {
  const story = await openStaffStory()
  const { shop, oleg, anna, agent, topic, card } = story
  agent.sendText('Здравствуйте', { topic })
  await shop.settled()
  const data = resolveOf(story)
  shop.group.remove(oleg)
  await shop.settled()
  writeLate(story, 'Тайком')
  writeLate(story, '/resolve')
  agent.tapData(card().message_id, data)
  await shop.settled()
  expect(anna.screen()).not.toContain('Тайком')
  expect(wordsIn(card())).toMatch(/· в работе\n/)
})

test('where the news never comes, a minute later at the latest', async () => {
  const clock = createShiftingClock()
  const story = await openStaffStory({ clock })
  const { shop, oleg, anna, agent, topic, card } = story
  agent.sendText('Здравствуйте', { topic })
  await shop.settled()
  const data = resolveOf(story)
  const chat = shop.sim.world.chats.get(shop.group.id)
  if (chat === undefined || !('members' in chat)) throw new Error('No such group')
  chat.members.delete(oleg.id)
  clock.leap(BELIEVED_MS)
  writeLate(story, 'Тайком')
  agent.tapData(card().message_id, data)
  await shop.settled()
  expect(anna.screen()).toContain('Здравствуйте')
  expect(anna.screen()).not.toContain('Тайком')
  expect(wordsIn(card())).toMatch(/· в работе\n/)
})
