import { expect, test } from 'vitest'
import { wordsIn } from '../../support/message-words.ts'
import { findMessage, openStaffStory } from '../../support/staff-story.ts'
import { auditOf, GROUPS, timesSaid } from '../../support/work-story.ts'

test.each(GROUPS)(
  'in a %s: /pending with words asks the customer in one message, takes the ticket, and waits',
  async (group) => {
    const { shop, anna, write, card, number } = await openStaffStory({ group })
    const before = anna.messages().length
    write('/pending Пришлите фото упаковки')
    await shop.settled()
    expect(anna.messages()).toHaveLength(before + 1)
    const question = anna.lastMessage()
    expect(wordsIn(question)).toBe(
      `сотрудник поддержки · № ${number} · ждём вашего ответа\nПришлите фото упаковки`,
    )
    expect(wordsIn(card())).toMatch(/· ждём ответа клиента\n/)
    expect(wordsIn(card())).not.toContain('не назначен')
    expect((await auditOf(shop, number)).map(({ kind }) => kind)).toEqual([
      'opened',
      'assigned',
      'status-changed',
    ])
    anna.sendText('Вот фото', { replyTo: question?.message_id ?? 0 })
    await shop.settled()
    expect(wordsIn(card())).toMatch(/· в работе\n/)
    expect(timesSaid(anna, 'снова в работе')).toBe(1)
  },
)

test('formatting, a photo and a correction of the question go along; the command and the number never do', async () => {
  const { shop, anna, agent, topic, number } = await openStaffStory()
  const asked = agent.sendText(`/pending № ${number} Какого цвета чашка?`)
  agent.sendPhoto({ caption: '/pending Такая коробка?', topic })
  await shop.settled()
  expect(anna.screen()).toContain('Такая коробка?')
  agent.editText(asked.message_id, `/pending № ${number} Какого цвета блюдце?`)
  await shop.settled()
  expect(anna.screen()).toContain('Какого цвета блюдце?')
  expect(anna.screen()).not.toContain('чашка')
  expect(anna.screen()).not.toContain('/pending')
  expect(anna.screen()).not.toContain(`№ ${number} Какого`)
})

test('one more question of a waiting ticket is sent, too; a ticket that is over asks nothing', async () => {
  const { shop, anna, write, inTopic, card } = await openStaffStory()
  write('/pending Первый вопрос')
  write('/pending Второй вопрос')
  await shop.settled()
  expect(anna.screen()).toContain('Второй вопрос')
  expect(wordsIn(card())).toMatch(/· ждём ответа клиента\n/)
  write('/resolve')
  write('/pending Третий вопрос')
  await shop.settled()
  expect(anna.screen()).not.toContain('Третий вопрос')
  expect(wordsIn(findMessage(inTopic(), 'Не получится'))).toContain('решено')
})

test('a question can be taken back like any answer', async () => {
  const { shop, anna, agent, topic, write } = await openStaffStory()
  const wrong = write('/pending Ваш пароль?')
  await shop.settled()
  agent.sendText('/retract', { topic, replyTo: wrong.message_id })
  await shop.settled()
  expect(anna.screen()).not.toContain('пароль')
})
