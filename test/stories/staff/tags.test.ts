import { expect, test } from 'vitest'
import { wordsIn } from '../../support/message-words.ts'
import { findMessage, openStaffStory } from '../../support/staff-story.ts'
import { auditOf, botReaction, GROUPS, joinColleague } from '../../support/work-story.ts'

test.each(GROUPS)(
  'in a %s: tags are put on and taken off in one line, and stand on the card, for agents alone',
  async (group) => {
    const { shop, anna, write, card, number } = await openStaffStory({ group })
    const command = write('/tag Брак #доставка')
    await shop.settled()
    expect(botReaction(shop, shop.group.id, command.message_id)).toBe('👍')
    expect(wordsIn(card())).toContain('Метки: #брак #доставка')
    write('/tag -брак, срочно')
    await shop.settled()
    expect(wordsIn(card())).toContain('Метки: #доставка #срочно')
    expect(anna.screen()).not.toContain('срочно')
    const tagged = (await auditOf(shop, number)).filter(({ kind }) => kind === 'tagged')
    expect(tagged.map(({ before, after }) => [before, after])).toEqual([
      ['', 'брак доставка'],
      ['брак доставка', 'доставка срочно'],
    ])
  },
)

test('what can be no tag, one too many, and none at all are explained, and nothing changes', async () => {
  const { shop, write, inTopic, card } = await openStaffStory()
  write('/tag один два три четыре пять шесть семь восемь девять десять')
  write('/tag одиннадцать')
  write(`/tag <b>жирно</b> ${'я'.repeat(25)}`)
  write('/tag')
  write('/tag один')
  await shop.settled()
  expect(findMessage(inTopic(), 'Больше 10 меток')).toBeDefined()
  expect(findMessage(inTopic(), 'не похоже на метку: <b>жирно</b>')).toBeDefined()
  expect(findMessage(inTopic(), 'Напишите метки после команды')).toBeDefined()
  expect(findMessage(inTopic(), 'Метки уже такие')).toBeDefined()
  expect(wordsIn(card())).not.toContain('одиннадцать')
  expect(wordsIn(card()).match(/#/g)).toHaveLength(10)
})

test('two agents who put tags on at the same time lose none of them', async () => {
  const story = await openStaffStory()
  const { shop, card, agent, number } = story
  const vera = await joinColleague(story, 'Вера')
  agent.sendText(`/tag ${number} первая`)
  vera.say('/tag вторая')
  await shop.settled()
  expect(wordsIn(card())).toContain('#вторая #первая')
})

test('a tag that reads like a status is no step of the ticket’s life for the customer', async () => {
  const { shop, anna, write, number } = await openStaffStory()
  write('/tag closed')
  await shop.settled()
  anna.sendText(`/status ${number}`)
  await shop.settled()
  expect(wordsIn(anna.lastMessage())).not.toContain('закрыто')
})
