import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createDrivenClock } from '../../../src/simulator/clock.ts'
import type { Person } from '../../../src/simulator/driver/person.ts'
import { type Playground, startPlayground } from '../../../src/simulator/playground/start-playground.ts'
import { type Simulator, startSimulator } from '../../../src/simulator/simulator.ts'
import { drain, ok } from '../bot-side.ts'
import { type EventReader, readEvents } from './page-side.ts'

const clock = createDrivenClock()
let sim: Simulator
let playground: Playground
let anna: Person
let page: EventReader
beforeEach(async () => {
  sim = await startSimulator({ clock })
  playground = await startPlayground(sim, { pageFolder: '/nowhere' })
  anna = sim.createUser({ firstName: 'Анна', languageCode: 'ru' })
  page = await readEvents(sim)
})
afterEach(async () => {
  page.close()
  await playground.stop()
  await sim.stop()
})

const markup = { inline_keyboard: [[{ text: 'Go', callback_data: 'go' }]] }

describe('the first change', () => {
  test('is whole: people, groups, messages, calls and settings', async () => {
    const group = sim.createGroup({ title: 'Staff' })
    group.join(anna, { as: 'administrator' })
    const { id: topicId } = group.createTopic('Delivery')
    anna.sendText('Здравствуйте')
    await ok(sim, 'setMyCommands', { commands: [{ command: 'start', description: 'Begin' }] })
    const fresh = await readEvents(sim)
    const change = await fresh.find(() => true)
    fresh.close()
    expect(change).toMatchObject({
      isWhole: true,
      bot: {
        user: { id: sim.botId },
        commands: [{ commands: [{ command: 'start', description: 'Begin' }] }],
      },
      people: [{ user: { id: anna.id, language_code: 'ru' }, hasStarted: true, keyboard: null }],
      groups: [{ id: group.id, kind: 'supergroup', isForum: true, topics: [{ id: topicId, state: 'open' }] }],
      settings: { now: clock.now(), speed: 1, limits: 'off', isHolding: false, switches: [] },
      calls: [{ n: 1, method: 'setMyCommands', isOk: true, wasApplied: true, error: null }],
    })
    const members = change.groups?.[0]?.members ?? []
    expect(members.find(({ userId }) => userId === anna.id)?.rights).toContain('can_pin_messages')
    expect(change.messages?.map(({ message }) => message.text).filter(Boolean)).toEqual(['Здравствуйте'])
  })
})

describe('a message', () => {
  test('comes, and each change of it after', async () => {
    anna.sendText('one')
    expect(await page.findMessage(({ message }) => message.text === 'one')).toMatchObject({
      chatId: anna.chatId,
      isFromBot: false,
      isEdited: false,
      isDeleted: false,
      onlyFor: null,
    })
    const { message_id } = await ok(sim, 'sendMessage', { chat_id: anna.chatId, text: 'two' })
    await page.findMessage(({ message, isFromBot }) => message.text === 'two' && isFromBot)
    await ok(sim, 'editMessageText', { chat_id: anna.chatId, message_id, text: 'three' })
    await page.findMessage(({ key, message, isEdited }) => {
      return key === String(message_id) && message.text === 'three' && isEdited
    })
    anna.react(message_id, '👍')
    const reacted = await page.find(({ messages = [] }) => messages.some(({ reactions }) => reactions[0]))
    expect(reacted.messages?.[0]?.reactions).toEqual([{ emoji: '👍', userId: anna.id }])
    anna.react(message_id)
    const takenBack = await page.find(({ seq, messages }) => seq > reacted.seq && messages !== undefined)
    expect(takenBack.messages).toMatchObject([{ key: String(message_id), reactions: [] }])
    await ok(sim, 'deleteMessage', { chat_id: anna.chatId, message_id })
    await page.findMessage(({ isDeleted, key }) => isDeleted && key === String(message_id))
  })

  test('is held, then waits, then is taken by the bot', async () => {
    sim.updates.hold()
    anna.sendText('one')
    await page.findMessage(({ delivery }) => delivery === 'held')
    sim.updates.release()
    playground.changed()
    await page.findMessage(({ delivery }) => delivery === 'waiting')
    await drain(sim)
    await page.findMessage(({ delivery }) => delivery === 'taken')
    expect(page.changes.flatMap(({ messages = [] }) => messages.map(({ delivery }) => delivery))).toEqual([
      'held',
      'waiting',
      'taken',
    ])
  })

  test('that the bot has not fetched within a day is lost, one that it has is not', async () => {
    anna.sendText('fetched')
    await ok(sim, 'getUpdates')
    anna.sendText('waits')
    await page.findMessage(({ message }) => message.text === 'waits')
    clock.advance(24 * 60 * 60 * 1000)
    playground.changed()
    const lost = await page.findMessage(({ delivery }) => delivery === 'lost')
    expect(lost.message.text).toBe('waits')
    const taken = await page.findMessage(({ delivery }) => delivery === 'taken')
    expect(taken.message.text).toBe('fetched')
  })

  test('that privacy mode hides says so, even after the bot was promoted', async () => {
    const group = sim.createGroup({ title: 'Staff', kind: 'supergroup', botRights: 'member' })
    group.join(anna)
    group.as(anna).sendText('among ourselves')
    await page.findMessage(({ delivery }) => delivery === 'hidden')
    group.promoteBot()
    group.as(anna).sendText('heard')
    await page.findMessage(({ message }) => message.text === 'heard')
    const views = page.changes.flatMap(({ messages = [] }) => messages)
    expect(views.filter(({ message }) => message.text === 'among ourselves')).toHaveLength(1)
  })

  test('for one person alone stands between the others and keeps its place', async () => {
    const group = sim.createGroup({ title: 'Staff', kind: 'supergroup' })
    group.join(anna)
    const { message_id: before } = group.as(anna).sendText('before')
    const ephemeral_message_parameters = { receiver_user_id: anna.id }
    for (const text of ['psst', 'again']) {
      await ok(sim, 'sendMessage', { chat_id: group.id, text, ephemeral_message_parameters })
    }
    const { message_id: after } = group.as(anna).sendText('after')
    const first = await page.findMessage(({ message }) => message.text === 'psst')
    const second = await page.findMessage(({ message }) => message.text === 'again')
    expect(first).toMatchObject({ key: 'aside:1', onlyFor: anna.id, isFromBot: true, delivery: 'none' })
    expect([before, first.order, second.order, after]).toEqual(
      [before, first.order, second.order, after].sort((a, b) => a - b),
    )
    expect(new Set([before, first.order, second.order, after]).size).toBe(4)
    const target = { chat_id: group.id, receiver_user_id: anna.id, ephemeral_message_id: 1 }
    await ok(sim, 'deleteEphemeralMessage', target)
    await page.findMessage(({ key, isDeleted }) => key === 'aside:1' && isDeleted)
  })

  test('more among two thousand is told alone', async () => {
    for (let sent = 0; sent < 2_000; sent += 1) anna.sendText(`question ${sent}`)
    await drain(sim, { offset: -1 })
    const fresh = await readEvents(sim)
    const whole = await fresh.find(() => true)
    expect(whole.messages).toHaveLength(2_000)
    anna.sendText('one more')
    const change = await fresh.find(({ seq }) => seq > whole.seq)
    fresh.close()
    expect(change.messages?.map(({ message }) => message.text)).toEqual(['one more'])
    expect(change).not.toHaveProperty('people')
  })
})

describe('coming back', () => {
  test('with the last id brings only what was missed', async () => {
    anna.sendText('seen')
    await page.findMessage(({ message }) => message.text === 'seen')
    await page.find(({ settings }) => settings?.waitingUpdates === 1)
    page.close()
    const { seq } = page.changes.at(-1) ?? { seq: 0 }
    anna.sendText('missed')
    await ok(sim, 'sendMessage', { chat_id: anna.chatId, text: 'missed too' })
    const again = await readEvents(sim, page.lastId())
    const change = await again.find(() => true)
    again.close()
    expect(change.seq).toBeGreaterThan(seq)
    expect(change.isWhole).toBe(false)
    expect(change.messages?.map(({ message }) => message.text)).toEqual(['missed', 'missed too'])
    expect(change.calls).toMatchObject([{ method: 'sendMessage' }])
    expect(change).not.toHaveProperty('people')
    expect(change).not.toHaveProperty('bot')
  })

  test.each([
    ['of another epoch', () => `another-epoch.${page.changes.at(-1)?.seq}`],
    ['from the future', () => page.lastId().replace(/\d+$/, '999999')],
    ['that is none', () => 'nonsense'],
  ])('with an id %s brings the whole', async (_, id) => {
    await page.find(() => true)
    anna.sendText('one')
    const again = await readEvents(sim, id())
    const change = await again.find(() => true)
    again.close()
    expect(change).toMatchObject({ isWhole: true, people: [{ user: { id: anna.id } }] })
    expect(change.messages).toHaveLength(1)
  })
})

describe('calls', () => {
  test('come with their answer; a poll that brought nothing does not', async () => {
    await ok(sim, 'getUpdates')
    anna.sendText('one')
    await drain(sim)
    await ok(sim, 'sendMessage', { chat_id: anna.chatId, text: 'x'.repeat(2000) })
    const change = await page.find(({ calls = [] }) => calls.some(({ method }) => method === 'sendMessage'))
    const calls = page.changes.flatMap((each) => each.calls ?? [])
    expect(calls.map(({ method }) => method)).toEqual(['getUpdates', 'sendMessage'])
    const sent = change.calls?.at(-1)
    expect(sent?.params).toMatchObject({ chat_id: anna.chatId, text: `${'x'.repeat(300)}…` })
    expect(sent?.tookMs).toBeGreaterThanOrEqual(0)
  })
})

describe('what does not last', () => {
  test('a chat action ends after five seconds, or when the bot writes', async () => {
    anna.sendText('/start')
    const type = () => ok(sim, 'sendChatAction', { chat_id: anna.chatId, action: 'typing' })
    await type()
    const shown = await page.find(({ chatActions = [] }) => chatActions.length > 0)
    const until = clock.now() + 5_000
    expect(shown.chatActions).toEqual([{ chatId: anna.chatId, threadId: null, action: 'typing', until }])
    clock.advance(5_000)
    await page.find(({ chatActions, seq }) => seq > shown.seq && chatActions?.length === 0)
    await type()
    const again = await page.find(({ chatActions = [], seq }) => seq > shown.seq && chatActions.length > 0)
    await ok(sim, 'sendMessage', { chat_id: anna.chatId, text: 'done' })
    const over = await page.find(({ chatActions, seq }) => seq > again.seq && chatActions?.length === 0)
    expect(over.messages?.map(({ message }) => message.text)).toEqual(['done'])
  })

  test('a tap waits for its answer, and is given up when it is too old for one', async () => {
    anna.sendText('/start')
    const sent = await ok(sim, 'sendMessage', { chat_id: anna.chatId, text: 'x', reply_markup: markup })
    const tap = anna.tap('Go')
    const waiting = await page.find(({ taps = [] }) => taps.length > 0)
    const view = {
      id: tap.id,
      userId: anna.id,
      chatId: anna.chatId,
      key: String(sent.message_id),
      data: 'go',
    }
    expect(waiting.taps).toEqual([{ ...view, answer: null }])
    await ok(sim, 'answerCallbackQuery', { callback_query_id: tap.id, text: 'Done', show_alert: true })
    const answered = await page.find(({ taps = [] }) => taps.some(({ answer }) => answer))
    expect(answered.taps).toEqual([{ ...view, answer: { text: 'Done', isAlert: true, url: null } }])
    anna.tap('Go')
    const second = await page.find(({ taps = [] }) => taps.length === 2)
    clock.advance(150_001)
    await page.find(({ taps, seq }) => seq > second.seq && taps?.length === 1)
  })
})

test('the reply keyboard in force is shown with the person, until it is removed', async () => {
  anna.sendText('/start')
  const keyboard = [[{ text: 'Menu' }]]
  await ok(sim, 'sendMessage', { chat_id: anna.chatId, text: 'x', reply_markup: { keyboard } })
  const shown = await page.find(({ people = [] }) => people[0]?.keyboard?.keyboard?.length === 1)
  const reply_markup = { remove_keyboard: true }
  await ok(sim, 'sendMessage', { chat_id: anna.chatId, text: 'y', reply_markup })
  await page.find(({ people, seq }) => seq > shown.seq && people?.[0]?.keyboard === null)
})
