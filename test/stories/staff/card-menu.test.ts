import { expect, test } from 'vitest'
import type { Message } from '../../../src/simulator/bot-api/types.ts'
import { wordsIn } from '../../support/message-words.ts'
import { findMessage, openStaffStory } from '../../support/staff-story.ts'
import { auditOf, buttonsOf, GROUPS, joinColleague, timesSaid } from '../../support/work-story.ts'

test.each(GROUPS)(
  'in a %s: “More” opens a menu in place of the buttons, it outlives a change of the card, “Back” closes it',
  async (group) => {
    const story = await openStaffStory({ group })
    const { shop, anna, agent, card, write } = story
    const tap = async (button: string) => {
      const answer = agent.tap(button, { messageId: card().message_id }).answer()
      await shop.settled()
      return (await answer).text
    }
    await tap('Ещё')
    expect(buttonsOf(card())).toEqual(['Передать', 'Приоритет', 'Закрыть', 'Объединить', 'Назад'])
    write('Здравствуйте, разбираемся')
    anna.sendText('Спасибо')
    await shop.settled()
    expect(wordsIn(card())).toMatch(/· в работе\n/)
    expect(buttonsOf(card())).toEqual([
      'Снять с себя',
      'Передать',
      'Приоритет',
      'Закрыть',
      'Объединить',
      'Назад',
    ])
    expect(await tap('Объединить')).toContain('/merge')
    await tap('Назад')
    expect(buttonsOf(card())).toEqual(['Взять', 'Ждём клиента', 'Решено', 'Ещё'])
  },
)

test.each(GROUPS)(
  'in a %s: another priority is two taps away, and the customer reads the new promise once',
  async (group) => {
    const { shop, anna, agent, card } = await openStaffStory({ group })
    const tap = async (button: string) => {
      const answer = agent.tap(button, { messageId: card().message_id }).answer()
      await shop.settled()
      return (await answer).text
    }
    const promises = () => anna.messages().filter((message) => /ответим до/i.test(wordsIn(message))).length
    const before = promises()
    await tap('Ещё')
    await tap('Приоритет')
    expect(buttonsOf(card())).toEqual(['срочный', 'сложный', 'Назад'])
    const urgent = dataOf(card(), 'срочный')
    expect(await tap('срочный')).toBe('Приоритет: срочный')
    expect(wordsIn(card())).toContain('Приоритет: срочный')
    expect(promises()).toBe(before + 1)
    // A second tap on the button as it was.
    const again = agent.tapData(card().message_id, urgent).answer()
    await shop.settled()
    expect((await again).text).toContain('Уже')
    expect(promises()).toBe(before + 1)
  },
)

test.each(GROUPS)(
  'in a %s: who has taken a ticket lets it go, by a tap or by /release, and the customer is not bothered',
  async (group) => {
    const { shop, anna, agent, card, write, number } = await openStaffStory({ group })
    write('/take')
    await shop.settled()
    const before = anna.messages().length
    agent.tap('Ещё', { messageId: card().message_id })
    await shop.settled()
    const answer = agent.tap('Снять с себя', { messageId: card().message_id }).answer()
    await shop.settled()
    expect((await answer).text).toBe('Обращение свободно')
    expect(wordsIn(card())).toContain('Ответственный: не назначен')
    expect(wordsIn(card())).toMatch(/· в работе\n/)
    expect(buttonsOf(card())).toContain('Взять')
    write('/release')
    await shop.settled()
    expect(findMessage(shop.group.messages(), 'и так свободно')).toBeDefined()
    write('/take')
    write('/release')
    await shop.settled()
    expect(wordsIn(card())).toContain('Ответственный: не назначен')
    expect(anna.messages()).toHaveLength(before)
    const assigned = (await auditOf(shop, number)).filter(({ kind }) => kind === 'assigned')
    expect(assigned.map(({ before: was, after }) => [was === null, after === null])).toEqual([
      [true, false],
      [false, true],
      [true, false],
      [false, true],
    ])
  },
)

test('a colleague’s ticket is released by an administrator of the group, and by no other agent', async () => {
  const story = await openStaffStory()
  const { shop, write, card, inTopic } = story
  const vera = await joinColleague(story, 'Вера')
  write('/take')
  await shop.settled()
  vera.say('/release')
  await shop.settled()
  expect(findMessage(inTopic(), 'занимается другой сотрудник')).toBeDefined()
  expect(wordsIn(card())).not.toContain('не назначен')
  shop.group.asAnonymousAdmin(vera.person).sendText('/release', { topic: story.topic })
  await shop.settled()
  expect(wordsIn(card())).toContain('Ответственный: не назначен')
})

test.each(GROUPS)(
  'in a %s: closing is asked twice, told once, and whoever got no answer is not asked for a score',
  async (group) => {
    const { shop, anna, agent, card } = await openStaffStory({ group })
    const tap = async (button: string) => {
      const taps = [0, 1].map(() => agent.tap(button, { messageId: card().message_id }))
      await Promise.all(taps.map((one) => one.answer()))
      await shop.settled()
    }
    await tap('Ещё')
    await tap('Закрыть')
    expect(wordsIn(card())).toMatch(/· новое\n/)
    expect(buttonsOf(card())).toEqual(['Да, закрыть', 'Назад'])
    await tap('Да, закрыть')
    expect(wordsIn(card())).toMatch(/· закрыто\n/)
    expect(buttonsOf(card())).toEqual([])
    expect(timesSaid(anna, /закрыто\. Если вопрос остался/)).toBe(1)
    expect(anna.buttons().map(({ text }) => text)).toEqual(['Новое обращение об этом'])
  },
)

test.each(GROUPS)(
  'in a %s: a resolved ticket is taken up again by an agent, a closed one is not',
  async (group) => {
    const { shop, anna, write, card } = await openStaffStory({ group })
    write('Ваш заказ выезжает завтра')
    write('/resolve')
    write('/reopen')
    await shop.settled()
    expect(wordsIn(card())).toMatch(/· в работе\n/)
    expect(timesSaid(anna, 'снова в работе')).toBe(1)
    write('/close')
    await shop.settled()
    expect(timesSaid(anna, 'Оцените, пожалуйста')).toBe(1)
    write('/reopen')
    write('/close')
    await shop.settled()
    expect(shop.group.messages().filter((one) => wordsIn(one).includes('сейчас «закрыто»'))).toHaveLength(2)
    expect(wordsIn(card())).toMatch(/· закрыто\n/)
  },
)

test('a button of a menu that is over says what the ticket is now, and changes nothing', async () => {
  const { shop, agent, card, write, anna } = await openStaffStory()
  const id = card().message_id
  agent.tap('Ещё', { messageId: id })
  await shop.settled()
  const data =
    card()
      .reply_markup?.inline_keyboard.flat()
      .map((one) => one.callback_data ?? '') ?? []
  const transfer = data.find((one) => one.endsWith(':transfer')) ?? ''
  write('/close')
  await shop.settled()
  const before = anna.messages().length
  for (const stale of [transfer.replace('transfer', 'close-yes'), transfer.replace('transfer', 'reopen')]) {
    const answer = agent.tapData(id, stale).answer()
    await shop.settled()
    expect((await answer).text).toBe('Не получится: обращение сейчас «закрыто»')
  }
  expect(anna.messages()).toHaveLength(before)
  expect(buttonsOf(card())).toEqual([])
})

function dataOf(message: Message, text: string): string {
  const buttons = message.reply_markup?.inline_keyboard.flat() ?? []
  return buttons.find((button) => button.text === text)?.callback_data ?? ''
}
