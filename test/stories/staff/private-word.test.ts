import { expect, test } from 'vitest'
import { wordsIn } from '../../support/message-words.ts'
import { findMessage, openStaffStory } from '../../support/staff-story.ts'

const HELP = 'Как отвечать'

test('the answer to /help comes in private, and costs the group nothing', async () => {
  const { shop, oleg, agent, topic } = await openStaffStory()
  oleg.sendText('/start')
  await shop.settled()
  const before = shop.group.messages().length
  agent.sendText('/help', { topic })
  await shop.settled()
  expect(oleg.screen()).toContain(HELP)
  expect(shop.group.messages()).toHaveLength(before + 1)
})

for (const group of ['forum', 'supergroup'] as const) {
  test(`in a ${group} an agent who never started the bot, or blocked it, reads the answer where they asked, by name and with the mend`, async () => {
    const { shop, oleg, agent, topic } = await openStaffStory({ group })
    const place = topic === 0 ? {} : { topic }
    const asked = agent.sendText('/help', place)
    await shop.settled()
    const word = findMessage(shop.group.messages(place), HELP)
    expect(wordsIn(word)).toMatch(
      /^Олег, бот пока не может писать вам лично: откройте @desk_bot и нажмите «Старт»/,
    )
    expect(word.reply_to_message?.message_id).toBe(asked.message_id)

    oleg.sendText('/start')
    await shop.settled()
    oleg.block()
    const again = agent.sendText('/help', place)
    await shop.settled()
    const second = shop.group.messages(place).filter((message) => wordsIn(message).includes(HELP))
    expect(second.map((message) => message.reply_to_message?.message_id)).toEqual([
      asked.message_id,
      again.message_id,
    ])
  })
}

test('an admin who writes anonymously has no private chat, and reads it in the group', async () => {
  const { shop, oleg, topic } = await openStaffStory()
  shop.group.asAnonymousAdmin(oleg).sendText('/help', { topic })
  await shop.settled()
  const word = findMessage(shop.group.messages({ topic }), HELP)
  expect(wordsIn(word)).not.toContain('лично')
})
