import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Message } from '../../../src/simulator/bot-api/types.ts'
import type { Group } from '../../../src/simulator/driver/group.ts'
import type { Person } from '../../../src/simulator/driver/person.ts'
import type { Simulator } from '../../../src/simulator/simulator.ts'
import { drain } from '../bot-side.ts'
import { openStage, type Stage } from './acts/open-stage.ts'
import { done, refusalOf } from './page-side.ts'

let stage: Stage
let sim: Simulator
let olga: Person
let ivan: Person
let group: Group
beforeEach(async () => {
  stage = await openStage()
  ;({ sim, olga, group } = stage)
  ivan = sim.createUser({ firstName: 'Иван' })
  group.join(olga, { as: 'creator' })
  await drain(sim)
})
afterEach(() => stage.stop())

/** Who the service messages are from that the bot has been told of since. */
async function tellers(): Promise<(string | undefined)[]> {
  const messages = (await drain(sim)).flatMap(({ message }) => (message ? [message as Message] : []))
  return messages.map(({ from }) => from?.first_name)
}

test('people come and go, are removed and promoted by whoever holds the phone', async () => {
  // The bot must ask to be told of members.
  await drain(sim, { allowed_updates: ['message', 'chat_member'] })
  const by = { groupId: group.id, byId: olga.id }
  await done(sim, { do: 'join', personId: ivan.id, as: 'member', ...by })
  await done(sim, { do: 'join', personId: ivan.id, as: 'administrator', ...by })
  await done(sim, { do: 'remove', personId: ivan.id, ...by })
  const updates = await drain(sim)
  const changes = updates.flatMap(({ chat_member }) => (chat_member ? [chat_member] : []))
  expect(changes).toMatchObject(Array.from({ length: 3 }, () => ({ from: { id: olga.id } })))
  const said = updates.flatMap(({ message }) => (message ? [message] : []))
  expect(said).toMatchObject([
    { from: { id: olga.id }, new_chat_members: [{ id: ivan.id }] },
    { from: { id: olga.id }, left_chat_member: { id: ivan.id } },
  ])
})

test('who joins without anybody’s doing joins by themselves', async () => {
  await done(sim, { do: 'join', personId: ivan.id, as: 'member', groupId: group.id })
  expect(await tellers()).toEqual(['Иван'])
})

test('topics are closed and reopened by whoever holds the phone', async () => {
  const { id: topicId } = group.createTopic('Delivery', olga)
  group.join(ivan)
  await drain(sim)
  await done(sim, { do: 'close-topic', groupId: group.id, byId: ivan.id, topicId })
  await done(sim, { do: 'reopen-topic', groupId: group.id, byId: olga.id, topicId })
  expect(await tellers()).toEqual(['Иван', 'Ольга'])
})

test('a group is founded, gets its bot and becomes a supergroup by its owner', async () => {
  const founded = { do: 'create-group', title: 'New', kind: 'group', bot: 'admin', ownerId: ivan.id } as const
  const { groupId = 0 } = await done(sim, founded)
  const [added] = await drain(sim)
  expect(added?.my_chat_member).toMatchObject({ from: { id: ivan.id } })
  await done(sim, { do: 'set-bot', groupId, byId: ivan.id, bot: 'member' })
  const [demoted] = await drain(sim)
  expect(demoted?.my_chat_member).toMatchObject({ from: { id: ivan.id } })
  await done(sim, { do: 'upgrade', groupId, byId: ivan.id })
  expect(await tellers()).toEqual(['Иван', 'Иван'])
})

test('nobody from outside does anything in a group', async () => {
  const { id: topicId } = group.createTopic('Delivery', olga)
  const by = { groupId: group.id, byId: ivan.id }
  const outside = { reason: 'no-member', name: 'Иван', title: 'Staff' }
  expect(await refusalOf(sim, { do: 'close-topic', topicId, ...by })).toEqual(outside)
  expect(await refusalOf(sim, { do: 'remove', personId: olga.id, ...by })).toEqual(outside)
  expect(await refusalOf(sim, { do: 'set-bot', bot: 'member', ...by })).toEqual(outside)
  expect(await refusalOf(sim, { do: 'join', personId: ivan.id, as: 'member', ...by })).toEqual(outside)
})
