import { expect, test } from 'vitest'
import { fileTicket } from '../../support/file-ticket.ts'
import { wordsIn } from '../../support/message-words.ts'
import { findMessage, openStaffStory } from '../../support/staff-story.ts'
import { auditOf, buttonsOf, GROUPS, joinColleague } from '../../support/work-story.ts'

test.each(GROUPS)(
  'in a %s: a ticket is handed to a colleague by name, with the reason under the card, and they are notified',
  async (group) => {
    const story = await openStaffStory({ group })
    const { shop, anna, write, card, number } = story
    const vera = await joinColleague(story, 'Вера')
    write('/take')
    await shop.settled()
    const before = anna.messages().length
    write('/transfer вера: конец смены')
    await shop.settled()
    expect(wordsIn(card())).toContain('Ответственный: Вера')
    const word = findMessage(shop.group.messages(), 'Олег передаёт')
    expect(wordsIn(word)).toContain('Причина: конец смены')
    expect(
      word.entities?.find((one) => one.type === 'text_link' || one.type === 'text_mention'),
    ).toBeDefined()
    expect(word.reply_to_message?.message_id).toBe(card().message_id)
    expect(anna.messages()).toHaveLength(before)
    anna.sendText('А кто теперь?')
    await shop.settled()
    const mention = findMessage(shop.group.messages(), 'А кто теперь').entities
    expect(mention?.find((one) => one.type === 'text_mention')?.user?.id).toBe(vera.person.id)
    const audit = await auditOf(shop, number)
    expect(audit).toContainEqual(expect.objectContaining({ kind: 'transfer-reason', after: 'конец смены' }))
  },
)

test.each(GROUPS)('in a %s: the same by taps: to whom, then why', async (group) => {
  const story = await openStaffStory({ group })
  const { shop, agent, card } = story
  await joinColleague(story, 'Вера')
  const tap = async (button: string) => {
    const answer = agent.tap(button, { messageId: card().message_id }).answer()
    await shop.settled()
    return (await answer).text
  }
  await tap('Ещё')
  await tap('Передать')
  expect(buttonsOf(card())).toEqual(expect.arrayContaining(['Вера', '→ Оплата', 'Назад']))
  await tap('Вера')
  expect(buttonsOf(card())).toEqual([
    'Конец смены',
    'Другая тема',
    'Нужен другой специалист',
    'Другая причина',
    'Назад',
  ])
  expect(await tap('Другая причина')).toContain('/transfer')
  expect(await tap('Конец смены')).toBe('Передано')
  expect(wordsIn(card())).toContain('Ответственный: Вера')
  expect(buttonsOf(card())).toContain('Ещё')
  expect(wordsIn(findMessage(shop.group.messages(), 'передаёт'))).toContain('Причина: Конец смены')
})

test('whoever writes the first answer, the customer reads the name of the colleague who has the ticket', async () => {
  const story = await openStaffStory()
  const { shop, anna, write } = story
  await joinColleague(story, 'Вера')
  write('/transfer Вера: обеденный перерыв')
  await shop.settled()
  write('Здравствуйте, уточняем')
  await shop.settled()
  expect(anna.screen()).toContain('в работе. Им занимается Вера.')
})

test('a colleague is named by @username, by a mention, or by answering a message of theirs', async () => {
  const story = await openStaffStory()
  const { shop, agent, topic, card, write, inTopic } = story
  const petr = shop.sim.createUser({ firstName: 'Пётр', username: 'petr_desk', languageCode: 'ru' })
  shop.group.join(petr)
  const his = shop.group.as(petr).sendText('// посмотрю позже', { topic })
  await shop.settled()
  write('/transfer @Petr_Desk знает курьера')
  await shop.settled()
  expect(wordsIn(findMessage(inTopic(), 'Олег передаёт'))).toContain('знает курьера')
  write('/release')
  write('/take')
  await shop.settled()
  agent.sendText('/transfer он обещал', { topic, replyTo: his.message_id })
  await shop.settled()
  expect(inTopic().filter((one) => wordsIn(one).includes('Причина: он обещал'))).toHaveLength(1)
  expect(wordsIn(card())).not.toContain('не назначен')
})

test('whoever is not understood, left out, or gone is asked for, and nothing changes', async () => {
  const story = await openStaffStory()
  const { shop, write, inTopic, card, number } = story
  const vera = await joinColleague(story, 'Вера')
  for (const words of [
    '/transfer',
    '/transfer Кузьма устал',
    '/transfer Вера',
    `/transfer Вера ${'а'.repeat(301)}`,
  ])
    write(words)
  await shop.settled()
  const said = () => inTopic().map(wordsIn)
  expect(said().filter((one) => one.startsWith('Напишите, кому передать'))).toHaveLength(2)
  expect(said().find((one) => one.startsWith('Напишите, кому передать'))).toContain('Вера')
  expect(said().filter((one) => one.startsWith('Добавьте причину'))).toHaveLength(1)
  expect(said().filter((one) => one.startsWith('Причина слишком длинная'))).toHaveLength(1)
  shop.group.leave(vera.person)
  await shop.settled()
  write('/transfer Вера конец смены')
  await shop.settled()
  expect(said().filter((one) => one.startsWith('Напишите, кому передать'))).toHaveLength(3)
  expect(wordsIn(card())).toContain('не назначен')
  expect((await auditOf(shop, number)).map(({ kind }) => kind)).not.toContain('assigned')
})

test('to a category with a group of its own the ticket moves there, with the reason, and its old card leads on', async () => {
  const story = await openStaffStory({ groupsFor: { payment: 'supergroup' } })
  const { shop, anna, number, topic, inTopic } = story
  const payments = shop.groupFor('payment')
  const vera = shop.customer('Вера')
  payments.join(vera)
  story.write('/take')
  anna.sendText('Деньги списали дважды')
  await shop.settled()
  const old = story.card().message_id
  story.write('/transfer Оплата — вопрос о деньгах')
  await shop.settled()
  const card = findMessage(payments.messages(), `№ ${number} ·`)
  expect(wordsIn(card)).toContain('Оплата')
  expect(wordsIn(card)).toContain('не назначен')
  expect(findMessage(payments.messages(), 'Деньги списали дважды')).toBeDefined()
  expect(wordsIn(findMessage(payments.messages(), 'в категорию «Оплата»'))).toContain('вопрос о деньгах')
  const left = inTopic().find((one) => one.message_id === old)
  expect(wordsIn(left)).toContain('передано в категорию «Оплата»')
  expect(left === undefined ? [] : buttonsOf(left)).toEqual([])

  payments.as(vera).sendText('Вернём до пятницы', { replyTo: card.message_id })
  shop.group.as(story.oleg).sendText('Отсюда уже нельзя', { topic })
  await shop.settled()
  expect(anna.screen()).toContain('Вернём до пятницы')
  expect(anna.screen()).not.toContain('Отсюда уже нельзя')
  const audit = await auditOf(shop, number)
  expect(audit).toContainEqual(
    expect.objectContaining({ kind: 'category-changed', before: 'delivery/late', after: 'payment/other' }),
  )
})

test('to another category of the same group the card changes, and nobody has the ticket', async () => {
  const { shop, write, card } = await openStaffStory()
  write('/take')
  write('/transfer оплата не про доставку')
  await shop.settled()
  expect(wordsIn(card())).toContain('Оплата · ')
  expect(wordsIn(card())).toContain('Ответственный: не назначен')
})

test('a forged target leads nowhere: a stranger, a customer, an agent of another group, no category at all', async () => {
  const story = await openStaffStory({ groupsFor: { payment: 'supergroup' } })
  const { shop, agent, card } = story
  const payments = shop.groupFor('payment')
  const vera = shop.customer('Вера')
  payments.join(vera)
  const other = await fileTicket(shop, shop.customer('Борис'), { category: 'Оплата', problem: /дважды/ })
  payments.as(vera).sendText('/take', {
    replyTo: findMessage(payments.messages(), `№ ${other.number} ·`).message_id,
  })
  await shop.settled()
  const taken = (await auditOf(shop, other.number)).find(({ kind }) => kind === 'assigned')
  const ticket = card().reply_markup?.inline_keyboard[0]?.[0]?.callback_data?.split(':')[1] ?? ''
  for (const target of [`a.${taken?.after ?? ''}`, 'a.AAAAAAAAAAAA', 'c.nothing', 'a.', 'x.y.z'])
    for (const data of [`s:${ticket}:to:${target}`, `s:${ticket}:because:shift.${target}`]) {
      const answer = agent.tapData(card().message_id, data).answer()
      await shop.settled()
      expect((await answer).text, data).toBe('Эта кнопка больше не действует')
    }
  expect(wordsIn(card())).toContain('не назначен')
  expect(taken?.after).toBeTruthy()
})
