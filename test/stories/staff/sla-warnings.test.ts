import { describe, expect, test } from 'vitest'
import type { Message } from '../../../src/simulator/bot-api/types.ts'
import { wordsIn } from '../../support/message-words.ts'
import { openSlaStory } from '../../support/sla-story.ts'

const ON_DUTY = `sla:
  onDuty: ['@maria_p', 4242]`

/** The ids of those who are notified, and the usernames. */
const mentioned = ({ text = '', entities = [] }: Message) =>
  entities.flatMap(({ type, user, offset, length }): (string | number | undefined)[] => {
    if (type === 'mention') return [text.slice(offset, offset + length)]
    return type === 'text_mention' ? [user?.id] : []
  })

describe.each(['forum', 'supergroup'] as const)('in a %s', (group) => {
  test('the assignee is warned before a promise is broken, and whoever is on duty hears of it afterwards, once each', async () => {
    const story = await openSlaStory(ON_DUTY, { group })
    const { shop, oleg, number, card, write, later, alerts } = story
    write('/take')
    await shop.settled()
    await later(21.9)
    expect(alerts()).toEqual([])
    await later(0.2)
    await shop.restart()
    await later(0.1)
    const [warning] = alerts()
    expect(alerts()).toHaveLength(1)
    expect(warning?.text).toContain(`№ ${number}`)
    expect(warning?.text).toContain('Скоро срок и ответа, и решения: 25 ноября, 12:00 (МСК) (срок).')
    expect(warning?.reply_to_message?.message_id).toBe(card().message_id)
    expect(mentioned(warning as Message)).toEqual([oleg.user.id])

    await later(2)
    await shop.restart()
    await later(5)
    const [, breach, ...more] = alerts()
    expect(more).toEqual([])
    expect(breach?.text).toContain('Срок и ответа, и решения прошёл: 25 ноября, 12:00 (МСК) (срок).')
    expect(breach?.reply_to_message?.message_id).toBe(card().message_id)
    expect(mentioned(breach as Message)).toEqual([oleg.user.id, '@maria_p', 4242])
    expect(wordsIn(card())).toContain('первый срок нарушен')
  })

  test('a ticket that nobody has taken is warned of without a name', async () => {
    const { later, alerts } = await openSlaStory('', { group })
    await later(22.1)
    expect(alerts()).toHaveLength(1)
    expect(mentioned(alerts()[0] as Message)).toEqual([])
    await later(2)
    expect(alerts()).toHaveLength(2)
    expect(mentioned(alerts()[1] as Message)).toEqual([])
  })
})

test('an answered ticket is warned of for its solution alone', async () => {
  const { shop, write, later, alerts } = await openSlaStory()
  write('Уточняем у курьера.')
  await shop.settled()
  await later(22.1)
  expect(alerts().map(({ text }) => text)).toEqual([
    expect.stringContaining('Скоро срок решения: 25 ноября, 12:00'),
  ])
})

test('while the customer is asked nobody is warned; when they have answered the time goes on', async () => {
  const { shop, anna, write, later, alerts } = await openSlaStory()
  await later(20)
  write('/pending')
  await shop.settled()
  await later(70)
  expect(alerts()).toEqual([])
  anna.sendText('Вот номер накладной')
  await shop.settled()
  await later(1.9)
  expect(alerts()).toEqual([])
  await later(0.2)
  expect(alerts().map(({ text }) => text)).toEqual([
    expect.stringContaining('Скоро срок и ответа, и решения: 28 ноября, 10:00'),
  ])
})

test.each(['/resolve', 'withdrawn'])('nobody is warned of a ticket that has its end (%s)', async (how) => {
  const { shop, anna, write, later, alerts } = await openSlaStory()
  if (how === '/resolve') write(how)
  else {
    anna.tap('Открыть обращение')
    await shop.settled()
    anna.tap('Отозвать обращение')
    await shop.settled()
    anna.tap(/Да, отозвать/)
  }
  await shop.settled()
  await later(22.5)
  await later(5)
  expect(alerts()).toEqual([])
})

test('a reopened ticket has what was left of its time', async () => {
  const { shop, anna, write, later, alerts } = await openSlaStory()
  write('Курьер приедет сегодня.')
  write('/resolve')
  await shop.settled()
  await later(30)
  expect(alerts()).toEqual([])
  anna.sendText('Так и не приехал')
  await shop.settled()
  await later(21.9)
  expect(alerts()).toEqual([])
  await later(0.2)
  expect(alerts()).toHaveLength(1)
})

describe('in quiet hours', () => {
  const QUIET = `sla:
  quietHours: '22:00-08:00'`
  const NIGHT = '2026-11-24T02:00:00+03:00'

  test('what is due at night is told in the morning, in one message', async () => {
    const { later, alerts } = await openSlaStory(QUIET, {}, NIGHT)
    await later(22.5)
    await later(4)
    expect(alerts()).toEqual([])
    await later(3.6)
    expect(alerts().map(({ text }) => text)).toEqual([
      expect.stringContaining('Срок и ответа, и решения прошёл: 25 ноября, 02:00'),
    ])
  })

  test('an urgent promise that is broken is told at once', async () => {
    const { shop, write, later, alerts } = await openSlaStory(QUIET, {}, NIGHT)
    write('/priority срочно')
    await shop.settled()
    await later(1.6)
    expect(alerts()).toEqual([])
    await later(0.5)
    expect(alerts().map(({ text }) => text)).toEqual([
      expect.stringContaining('Срок и ответа, и решения прошёл: 24 ноября, 04:00'),
    ])
  })
})

test('the owner’s own promises count by their own calendar', async () => {
  const OWN = `hours:
  - mon-fri 10:00-18:00
calendar:
  closed: [2026-11-25]
sla:
  standard: { firstResponse: 4 business hours, resolution: 2 business days }
  warnBefore: 30 minutes`
  // Filed at 16:00: two hours are left of Tuesday, Wednesday is closed.
  const { later, alerts } = await openSlaStory(OWN, {}, '2026-11-24T16:00:00+03:00')
  await later(43)
  expect(alerts()).toEqual([])
  await later(0.6)
  expect(alerts().map(({ text }) => text)).toEqual([
    expect.stringContaining('Скоро срок первого ответа: 26 ноября, 12:00'),
  ])
  await later(0.5)
  expect(alerts().at(-1)?.text).toContain('Срок первого ответа прошёл: 26 ноября, 12:00')
  await later(27.5)
  expect(alerts().at(-1)?.text).toContain('Скоро срок решения: 27 ноября, 16:00')
})
