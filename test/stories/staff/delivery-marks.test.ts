import { expect, test } from 'vitest'
import { wordsIn } from '../../support/message-words.ts'
import { NO_LIMITS } from '../../support/no-limits.ts'
import { findMessage, openStaffStory } from '../../support/staff-story.ts'
import { botReaction, buttonsOf, GROUPS } from '../../support/work-story.ts'

test.each(GROUPS)(
  'in a %s: what has reached the customer is marked on the agent’s own message, and a note as a note',
  async (group) => {
    const { shop, write } = await openStaffStory({ group })
    const answer = write('Здравствуйте')
    const note = write('// клиент уже звонил')
    await shop.settled()
    expect(botReaction(shop, shop.group.id, answer.message_id)).toBe('👌')
    expect(botReaction(shop, shop.group.id, note.message_id)).toBe('✍')
  },
)

test('an album has one mark, on its first part', async () => {
  const { shop, agent, topic } = await openStaffStory()
  const album = agent.sendAlbum([{ kind: 'photo' }, { kind: 'photo' }, { kind: 'photo' }], { topic })
  await shop.settled()
  expect(album.map(({ message_id: id }) => botReaction(shop, shop.group.id, id))).toEqual([
    '👌',
    undefined,
    undefined,
  ])
})

test('what waits for a customer who blocked the bot has no mark until they are back', async () => {
  const { shop, anna, write } = await openStaffStory()
  anna.block()
  await shop.settled()
  const answer = write('Когда вернётесь')
  await shop.settled()
  expect(botReaction(shop, shop.group.id, answer.message_id)).toBeUndefined()
  anna.unblock()
  await shop.settled()
  expect(botReaction(shop, shop.group.id, answer.message_id)).toBe('👌')
})

test.each(GROUPS)(
  'in a %s: what Telegram refused is said under the message, and “try again” sends it once, however often it is tapped',
  async (group) => {
    const { shop, anna, agent, write } = await openStaffStory({ group, mayBeRefused: true })
    const fault = shop.sim.faults.add({
      method: 'sendMessage',
      kind: 'refused',
      words: 'MESSAGE_REFUSED',
      times: 9,
      when: (params) => Number(params.chat_id) === anna.id,
    })
    const answer = write('Ответ с препятствием')
    await shop.settled()
    const word = findMessage(shop.group.messages(), 'Не доставлено')
    expect(word.reply_to_message?.message_id).toBe(answer.message_id)
    expect(botReaction(shop, shop.group.id, answer.message_id)).toBeUndefined()
    fault.remove()
    const taps = [0, 1].map(() => agent.tap('Отправить ещё раз', { messageId: word.message_id }).answer())
    await shop.settled()
    expect((await Promise.all(taps)).map(({ text }) => text)).toEqual([
      'Отправляем ещё раз',
      'Это уже сделано',
    ])
    expect(anna.messages().filter((one) => wordsIn(one).includes('с препятствием'))).toHaveLength(1)
    expect(botReaction(shop, shop.group.id, answer.message_id)).toBe('👌')
    agent.sendText('Это ответ под словом бота', { replyTo: word.message_id })
    await shop.settled()
    expect(anna.screen()).toContain('Это ответ под словом бота')
  },
)

test('refused once more it is said once more, and can be tried once more', async () => {
  const { shop, anna, agent, write } = await openStaffStory({ mayBeRefused: true })
  const fault = shop.sim.faults.add({
    method: 'sendMessage',
    kind: 'refused',
    words: 'MESSAGE_REFUSED',
    times: 9,
    when: (params) => Number(params.chat_id) === anna.id,
  })
  write('Упрямый ответ')
  await shop.settled()
  const words = () => shop.group.messages().filter((one) => buttonsOf(one).includes('Отправить ещё раз'))
  const [first] = words()
  expect(words()).toHaveLength(1)
  agent.tap('Отправить ещё раз', { messageId: first?.message_id ?? 0 })
  await shop.settled()
  // The first word says what became of it, and its button is on the second one.
  const retold = shop.group.messages().find((one) => one.message_id === first?.message_id)
  expect(wordsIn(retold)).toMatch(/^С первого раза не доставлено; отправлено ещё раз/)
  expect(words()).toHaveLength(1)
  expect(words()[0]?.message_id).not.toBe(first?.message_id)
  fault.remove()
  agent.tap('Отправить ещё раз', { messageId: words()[0]?.message_id ?? 0 })
  await shop.settled()
  expect(words()).toEqual([])
  expect(anna.messages().filter((one) => wordsIn(one).includes('Упрямый ответ'))).toHaveLength(1)
})

test('a customer’s message in the ticket is answered by a reaction, not by a line', async () => {
  const { shop, anna } = await openStaffStory()
  const before = anna.messages().length
  const added = anna.sendText('Ещё одно: код домофона 12')
  await shop.settled()
  expect(botReaction(shop, anna.id, added.message_id)).toBe('👌')
  expect(anna.messages()).toHaveLength(before + 1)
})

test('where Telegram does not take the reaction, words say that the message is in the ticket', async () => {
  const { shop, anna, number } = await openStaffStory({ mayBeRefused: true })
  shop.sim.faults.add({
    method: 'setMessageReaction',
    kind: 'refused',
    words: 'REACTION_INVALID',
    when: (params) => Number(params.chat_id) === anna.id,
  })
  anna.sendText('Код домофона 12')
  await shop.settled()
  expect(wordsIn(anna.lastMessage())).toBe(`Добавили к обращению № ${number}.`)
})

test.each(GROUPS)(
  'in a %s: a reaction passes to the other side, both ways, and so does taking it back',
  async (group) => {
    const { shop, anna, agent, write } = await openStaffStory({ group })
    const answer = write('Всё решили')
    await shop.settled()
    const shown = findMessage(anna.messages(), 'Всё решили').message_id
    anna.react(shown, '❤')
    await shop.settled()
    expect(botReaction(shop, shop.group.id, answer.message_id)).toBe('❤')
    anna.react(shown)
    await shop.settled()
    expect(botReaction(shop, shop.group.id, answer.message_id)).toBe('👌')

    const thanks = anna.sendText('Спасибо')
    await shop.settled()
    const mirrored = findMessage(shop.group.messages(), 'Спасибо').message_id
    agent.react(mirrored, '🤝')
    await shop.settled()
    expect(botReaction(shop, anna.id, thanks.message_id)).toBe('🤝')
  },
)

test('a customer’s reaction comes in a busy group, too, where marks are left out', async () => {
  const { shop, anna, write } = await openStaffStory({
    limits: { ...NO_LIMITS, group: { actions: 1, perMs: 1 } },
  })
  const answer = write('Всё решили')
  await shop.settled()
  expect(botReaction(shop, shop.group.id, answer.message_id)).toBeUndefined()
  anna.react(findMessage(anna.messages(), 'Всё решили').message_id, '❤')
  await shop.settled()
  expect(botReaction(shop, shop.group.id, answer.message_id)).toBe('❤')
})

test('a reaction opens nothing, answers nothing, and an open form does not take it for an answer', async () => {
  const story = await openStaffStory()
  const { shop, anna, number, card } = story
  anna.sendText('/new')
  await shop.settled()
  const before = anna.messages().length
  anna.react(anna.lastMessage()?.message_id ?? 0, '👍')
  anna.react(findMessage(anna.messages(), `№ ${number} принято`).message_id, '👎')
  await shop.settled()
  expect(anna.messages()).toHaveLength(before)
  expect(wordsIn(card())).toMatch(/· новое\n/)
  expect(await story.failedEvents()).toEqual([])
})

test('who is no agent any more passes on no reaction', async () => {
  const { shop, anna } = await openStaffStory()
  const word = anna.sendText('Жду')
  await shop.settled()
  const mirrored = findMessage(shop.group.messages(), 'Жду').message_id
  const stranger = shop.sim.createUser({ firstName: 'Гость' })
  shop.group.join(stranger)
  shop.group.leave(stranger)
  await shop.settled()
  shop.group.as(stranger).react(mirrored, '💩')
  await shop.settled()
  expect(botReaction(shop, anna.id, word.message_id)).toBe('👌')
})
