import { describe, expect, test } from 'vitest'
import { fileShort, lastSaid } from '../../support/customer-story.ts'
import { fileTicket } from '../../support/file-ticket.ts'
import { wordsIn } from '../../support/message-words.ts'
import { openShop } from '../../support/open-shop.ts'
import { createShiftingClock } from '../../support/shifting-clock.ts'
import { openSlaStory, TUESDAY_NOON } from '../../support/sla-story.ts'
import { findMessage, openStaffStory } from '../../support/staff-story.ts'

describe.each(['forum', 'supergroup'] as const)('in a %s', (group) => {
  test('another priority is another promise: its customer is told, and the card shows it', async () => {
    const { shop, anna, number, card, write, later } = await openSlaStory('', { group })
    await later(1)
    write('/priority urgent')
    await shop.settled()
    expect(lastSaid(shop, anna)).toBe(
      `Приоритет обращения № ${number} теперь срочный. Ответим до: 24 ноября, 15:00 (МСК).`,
    )
    expect(wordsIn(card())).toMatch(/Приоритет: срочный/)
    expect(wordsIn(card())).toContain('24 ноября, 15:00 (МСК)')
    write('/priority сложное')
    await shop.settled()
    expect(lastSaid(shop, anna)).toContain('теперь сложный. Ответим до: 27 ноября, 12:00 (МСК).')
    expect(wordsIn(card())).toMatch(/Приоритет: сложный/)
  })
})

test('in English, too: before the answer and after it', async () => {
  const shop = await openShop({ clock: createShiftingClock(TUESDAY_NOON), language: 'en' })
  const john = shop.customer('John')
  const oleg = shop.agent()
  const number = await fileShort(shop, john, { category: 'Delivery', problem: 'The order is late' })
  shop.group.as(oleg).sendText(`/priority ${number} complex`)
  await shop.settled()
  expect(lastSaid(shop, john)).toBe(
    `Ticket № ${number} now has the priority “complex”. We will answer by 27 November, 12:00 (Moscow time).`,
  )
  const [topic] = shop.group.topics().filter(({ name }) => name.includes(number))
  shop.group.as(oleg).sendText('We are asking the courier.', { topic: topic?.id ?? -1 })
  // The topic and the group itself are two lanes.
  await shop.settled()
  shop.group.as(oleg).sendText(`/priority ${number} urgent`)
  await shop.settled()
  expect(lastSaid(shop, john)).toBe(
    `Ticket № ${number} now has the priority “urgent”. We will resolve it by 24 November, 14:00 (Moscow time).`,
  )
  shop.group.as(oleg).sendText(`/pending ${number}`)
  shop.group.as(oleg).sendText(`/priority ${number} standard`)
  await shop.settled()
  expect(lastSaid(shop, john)).toContain('The clock goes on when you have answered our agent')
})

test('the customer is told what is promised still: the solution, nothing while they are asked, no time that has passed', async () => {
  const { shop, anna, write, later } = await openSlaStory()
  write('Уточняем у курьера.')
  write('/priority urgent')
  await shop.settled()
  expect(lastSaid(shop, anna)).toContain('теперь срочный. Решим до: 24 ноября, 14:00 (МСК).')
  write('/pending')
  write('/priority обычное')
  await shop.settled()
  expect(lastSaid(shop, anna)).toContain(
    'теперь стандартный. Срок пойдёт дальше, когда вы ответите на вопрос сотрудника.',
  )
  anna.sendText('Отвечаю')
  await shop.settled()
  await later(30)
  write('/priority срочно')
  await shop.settled()
  expect(lastSaid(shop, anna)).toContain('теперь срочный. Обещанное время уже прошло')
})

test('a promise put off once comes nearer when the ticket becomes urgent', async () => {
  const { shop, anna, write, later } = await openSlaStory()
  await later(25)
  expect(lastSaid(shop, anna)).toContain('Ответим до: 26 ноября, 12:00')
  write('/priority срочно')
  await shop.settled()
  expect(lastSaid(shop, anna)).toContain('теперь срочный. Ответим до: 25 ноября, 15:00 (МСК).')
})

test('the same priority again changes nothing: the agent is told, the customer is not', async () => {
  const { shop, anna, agent, topic, inTopic } = await openSlaStory()
  const before = anna.messages().length
  agent.sendText('/priority standard', { topic })
  await shop.settled()
  expect(anna.messages()).toHaveLength(before)
  expect(findMessage(inTopic(), 'Приоритет уже такой: стандартный.')).toBeDefined()
})

test('a slip of the pen is named, and nothing changes', async () => {
  const { shop, anna, agent, topic, card, inTopic } = await openSlaStory()
  const before = anna.messages().length
  agent.sendText('/priority', { topic })
  agent.sendText('/priority <b>горит</b>', { topic })
  agent.sendText('/priority срочно')
  await shop.settled()
  expect(findMessage(inTopic(), 'Напишите приоритет после команды').reply_to_message).toBeDefined()
  expect(findMessage(inTopic(), 'Приоритета «<b>горит</b>» нет.')).toBeDefined()
  expect(findMessage(shop.group.messages(), 'К какому обращению это относится')).toBeDefined()
  expect(anna.messages()).toHaveLength(before)
  expect(wordsIn(card())).toContain('Приоритет: стандартный')
})

test('where the catalogue allows no urgent tickets, none becomes urgent', async () => {
  const shop = await openShop({ clock: createShiftingClock(TUESDAY_NOON) })
  const anna = shop.customer()
  const agent = shop.group.as(shop.agent())
  const number = await fileShort(shop, anna, {
    category: 'Возврат и качество товара',
    problem: 'В заказе не всё',
  })
  agent.sendText(`/priority ${number} срочно`)
  await shop.settled()
  expect(
    findMessage(shop.group.messages(), /В категории «Возврат.*» срочных обращений не бывает/),
  ).toBeDefined()
  expect(lastSaid(shop, anna)).toContain('принято')
  agent.sendText(`/priority ${number} сложное`)
  await shop.settled()
  expect(lastSaid(shop, anna)).toContain('теперь сложный')
})

test('what has its end has no promise to change', async () => {
  const { shop, anna, agent, topic, inTopic } = await openSlaStory()
  agent.sendText('/resolve', { topic })
  await shop.settled()
  const before = anna.messages().length
  agent.sendText('/priority urgent', { topic })
  await shop.settled()
  expect(findMessage(inTopic(), 'Не получится: обращение сейчас «решено».')).toBeDefined()
  expect(anna.messages()).toHaveLength(before)
})

test('neither a customer nor another group’s agent changes a priority', async () => {
  const { shop, anna, number, card } = await openStaffStory({ groupsFor: { payment: 'forum' } })
  const vera = shop.sim.createUser({ firstName: 'Вера', languageCode: 'ru' })
  const elsewhere = shop.groupFor('payment')
  elsewhere.join(vera)
  elsewhere.as(vera).sendText(`/priority ${number} urgent`)
  anna.sendText(`/priority ${number} urgent`)
  await shop.settled()
  expect(findMessage(elsewhere.messages(), 'К какому обращению это относится')).toBeDefined()
  expect(wordsIn(card())).toContain('Приоритет: стандартный')
  const second = await fileTicket(shop, shop.customer('Борис'))
  expect(second.number).not.toBe(number)
})
