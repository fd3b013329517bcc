import { expect, test } from 'vitest'
import type { Person } from '../../../src/simulator/driver/person.ts'
import { afterwards, createShiftedClock, lastSaid, walk } from '../../support/customer-story.ts'
import { wordsIn } from '../../support/message-words.ts'
import { openStaffStory } from '../../support/staff-story.ts'

const DAY_MS = 24 * 3_600_000

/** A story whose second agent, Vera, is an administrator of the group. */
async function withSupervisor(options: Parameters<typeof openStaffStory>[0] = {}) {
  const clock = createShiftedClock()
  const deskClock = { now: () => new Date(clock.now()), setTimer: clock.setTimer }
  const story = await openStaffStory({ ...options, clock: deskClock, simulatorClock: clock })
  const vera = story.shop.sim.createUser({ firstName: 'Вера', languageCode: 'ru' })
  story.shop.group.join(vera, { as: 'administrator' })
  const place = story.topic === 0 ? { replyTo: story.card().message_id } : { topic: story.topic }
  const supervisor = story.shop.group.as(vera)
  const command = (words: string) => afterwards(story.shop, () => supervisor.sendText(words, place))
  const answers = () => supervisor.asides().map(wordsIn)
  return { ...story, clock, supervisor, command, answers, place }
}

const said = (person: Person) => person.messages().filter((message) => message.from?.is_bot).length

for (const group of ['forum', 'supergroup'] as const) {
  test(`in a ${group} a banned customer reads until when they can't write, once, and nothing of theirs reaches the group until the ban is over by itself`, async () => {
    const { shop, anna, clock, command, card, inTopic } = await withSupervisor({ group })
    await command('/ban 3d грубит сотрудникам')
    expect(wordsIn(card())).toContain('Заблокирован до')
    expect(anna.screen()).not.toContain('закрыли')
    const shownBefore = shop.group.messages().length

    await afterwards(shop, () => anna.sendText('Это я вам припомню'))
    expect(lastSaid(shop, anna)).toMatch(/не можете писать в поддержку.*до .*не сохранится/)
    expect(lastSaid(shop, anna)).not.toContain('грубит')
    const read = said(anna)
    await afterwards(shop, () => anna.sendText('И это'))
    await afterwards(shop, () => anna.sendPhoto({ caption: 'и фото' }))
    expect(said(anna)).toBe(read)
    expect(shop.group.messages()).toHaveLength(shownBefore)

    clock.skip(3 * DAY_MS + 1_000)
    await afterwards(shop, () => anna.sendText('Можно теперь спросить?'))
    expect(inTopic().map(wordsIn).join()).toContain('Можно теперь спросить?')
    expect(shop.group.screen()).not.toContain('припомню')
  })
}

test('a banned customer files no ticket by any way, and is told so each time they try; what is theirs stays within reach', async () => {
  const { shop, anna, command } = await withSupervisor()
  await afterwards(shop, () => anna.sendText('/new'))
  await walk(shop, anna, 'category', 'photos')
  await command('/ban forever мошенник')
  const tap = anna.tap('Пропустить')
  await shop.settled()
  expect(await tap.answer()).toMatchObject({
    text: expect.stringContaining('больше не можете'),
    showAlert: true,
  })
  for (const words of ['/new', '/new']) {
    const before = said(anna)
    await afterwards(shop, () => anna.sendText(words))
    expect(said(anna)).toBe(before + 1)
    expect(lastSaid(shop, anna)).toContain('больше не можете')
  }
  await afterwards(shop, () => anna.sendText('/tickets'))
  expect(lastSaid(shop, anna)).toContain('обращени')
  await afterwards(shop, () => anna.sendText('/privacy'))
  expect(
    anna
      .buttons()
      .map(({ text }) => text)
      .join(),
  ).toMatch(/Удалить/)
  expect(shop.group.topics()).toHaveLength(1)
})

test('agents may still answer a banned customer, and an edit of theirs reaches nobody', async () => {
  const { shop, anna, command, write } = await withSupervisor()
  const first = await afterwards(shop, () => anna.sendText('Первое слово'))
  await command('/ban 1w повод')
  await afterwards(shop, () => write('Мы всё равно ответим'))
  expect(anna.screen()).toContain('Мы всё равно ответим')
  await afterwards(shop, () => anna.editText(first.message_id, 'Второе слово'))
  expect(shop.group.screen()).not.toContain('Второе слово')
})

test('/unban ends it, and the card no longer says it', async () => {
  const { shop, anna, command, card, inTopic, answers } = await withSupervisor()
  await command('/unban')
  expect(answers().at(-1)).toContain('и так может')
  await command('/ban 3d повод')
  await command('/unban извинился')
  expect(answers().at(-1)).toContain('снята')
  expect(wordsIn(card())).not.toContain('Заблокирован')
  await afterwards(shop, () => anna.sendText('Спасибо'))
  expect(inTopic().map(wordsIn).join()).toContain('Спасибо')
})

test('a ban without a term or a reason is explained and changes nothing', async () => {
  const { command, card, answers } = await withSupervisor()
  for (const words of ['/ban', '/ban 3d', '/ban скоро повод', `/ban 3d ${'а'.repeat(301)}`]) {
    await command(words)
    expect(answers().at(-1)).toContain('Напишите срок и причину')
  }
  expect(wordsIn(card())).not.toContain('Заблокирован')
})

test('an agent who is no supervisor bans nobody, and the log keeps that they tried', async () => {
  const { shop, agent, command, card, place, answers } = await withSupervisor()
  await afterwards(shop, () => agent.sendText('/ban 3d повод', place))
  expect(agent.asides().map(wordsIn).at(-1)).toContain('могут супервайзеры')
  expect(wordsIn(card())).not.toContain('Заблокирован')
  await command('/audit')
  expect(answers().at(-1)).toMatch(/сотрудник: отказано в \/ban/)
})

test('a customer whose language is English reads it in English', async () => {
  const { shop, anna, command } = await withSupervisor()
  await afterwards(shop, () => anna.sendText('/language'))
  await afterwards(shop, () => anna.tap(/English/))
  await command('/ban 3d повод')
  await afterwards(shop, () => anna.sendText('hello?'))
  expect(lastSaid(shop, anna)).toMatch(/can't write to support just now.*is not kept/)
})
