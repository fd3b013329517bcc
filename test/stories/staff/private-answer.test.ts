import { expect, test } from 'vitest'
import { afterwards, createShiftedClock } from '../../support/customer-story.ts'
import { wordsIn } from '../../support/message-words.ts'
import { findMessage, openStaffStory } from '../../support/staff-story.ts'

const ANSWER = 'Вы в этой группе сотрудник поддержки'
const unlimited = { bot: { actions: 100_000, perMs: 1 }, privateChat: { burst: 100_000, perMs: 1 } }
/** No room for what is only nice to have. */
const FULL = { ...unlimited, group: { actions: 1, perMs: 1 } }
const HOUR_MS = 3_600_000

for (const group of ['forum', 'supergroup'] as const) {
  test(`in a ${group} the answer to a question is for the eyes of who asked alone, where they asked`, async () => {
    const { shop, oleg, agent, topic } = await openStaffStory({ group })
    const vera = shop.group.as(shop.agent('Вера'))
    agent.sendText('/role', topic === 0 ? {} : { topic })
    await shop.settled()
    const [answer, ...more] = agent.asides()
    expect(more).toEqual([])
    expect(wordsIn(answer)).toContain(ANSWER)
    expect(answer?.message_thread_id ?? 0).toBe(topic)
    expect(vera.asides()).toEqual([])
    expect(shop.group.screen()).not.toContain(ANSWER)
    expect(oleg.screen()).not.toContain(ANSWER)
  })
}

test('in a group that is no supergroup it comes in private', async () => {
  const { shop, oleg, agent } = await openStaffStory({ group: 'group' })
  oleg.sendText('/start')
  await shop.settled()
  agent.sendText('/role')
  await shop.settled()
  expect(oleg.screen()).toContain(ANSWER)
  expect(shop.group.screen()).not.toContain(ANSWER)
})

test('while the group is busy it comes in private: the group’s actions are for tickets', async () => {
  const { shop, oleg, agent, topic } = await openStaffStory({ limits: FULL })
  await afterwards(shop, () => oleg.sendText('/start'))
  await afterwards(shop, () => agent.sendText('/role', topic === 0 ? {} : { topic }))
  expect(oleg.screen()).toContain(ANSWER)
  expect(agent.asides()).toEqual([])
})

test('a server that shows it to all is noticed: the message goes, the answer comes in private, and for a day nothing is shown to all again', async () => {
  const clock = createShiftedClock()
  const deskClock = { now: () => new Date(clock.now()), setTimer: clock.setTimer }
  const { shop, oleg, agent, topic } = await openStaffStory({
    ...{ ephemeralMessages: false, clock: deskClock, simulatorClock: clock },
  })
  const triedAside = () =>
    shop.sim.calls.filter(({ params }) => params.ephemeral_message_parameters !== undefined).length
  const answers = () => oleg.messages().filter((message) => wordsIn(message).includes(ANSWER)).length
  oleg.sendText('/start')
  await shop.settled()
  agent.sendText('/role', { topic })
  await shop.settled()
  expect(shop.group.messages().filter((message) => wordsIn(message).includes(ANSWER))).toEqual([])
  expect(answers()).toBe(1)

  await shop.restart()
  clock.skip(23 * HOUR_MS)
  agent.sendText('/role', { topic })
  await shop.settled()
  expect(answers()).toBe(2)
  expect(triedAside()).toBe(1)

  // The server was upgraded; the next day tells.
  shop.sim.world.ephemeralMessages = true
  clock.skip(2 * HOUR_MS)
  agent.sendText('/role', { topic })
  await shop.settled()
  expect(answers()).toBe(2)
  expect(agent.asides().map(wordsIn).join()).toContain(ANSWER)
})

for (const kind of ['close-after', 'refused', 'error-500'] as const) {
  test(`when Telegram ends the answer in the group with ${kind}, it comes in private, once`, async () => {
    const { shop, oleg, agent, topic } = await openStaffStory({ mayBeRefused: true })
    oleg.sendText('/start')
    await shop.settled()
    const when = (params: Readonly<Record<string, unknown>>) =>
      params.ephemeral_message_parameters !== undefined
    shop.sim.faults.add({ method: 'sendMessage', kind, when })
    agent.sendText('/role', { topic })
    await shop.settled()
    expect(oleg.messages().filter((message) => wordsIn(message).includes(ANSWER))).toHaveLength(1)
  })
}

test('whom the bot can not write to reads it in the group, by name and with the mend', async () => {
  const { shop, agent, topic } = await openStaffStory({ ephemeralMessages: false, mayBeRefused: true })
  const asked = agent.sendText('/role', { topic })
  await shop.settled()
  const word = findMessage(shop.group.messages({ topic }), ANSWER)
  expect(wordsIn(word)).toMatch(/^Олег, бот пока не может писать вам лично/)
  expect(word.reply_to_message?.message_id).toBe(asked.message_id)
})

test('an admin who writes anonymously reads it in the group', async () => {
  const { shop, oleg, topic } = await openStaffStory()
  shop.group.asAnonymousAdmin(oleg).sendText('/role', { topic })
  await shop.settled()
  expect(wordsIn(findMessage(shop.group.messages({ topic }), 'супервайзер'))).not.toContain('лично')
})
