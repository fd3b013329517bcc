import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Person } from '../../../../src/simulator/driver/person.ts'
import type { Act } from '../../../../src/simulator/playground/act-protocol.ts'
import { drain, kinds } from '../../bot-side.ts'
import { done, refusalOf } from '../page-side.ts'
import { as, openStage, type Stage } from './open-stage.ts'

let { sim, anna, olga, group, stop } = {} as Stage
beforeEach(async () => {
  ;({ sim, anna, olga, group, stop } = await openStage())
})
afterEach(() => stop())

describe('a group', () => {
  const chatOf = (id: number) => {
    const chat = sim.world.chats.get(id)
    if (!chat || chat.kind === 'private') throw new Error('no group')
    return chat
  }

  test('is created with the bot, which hears of it', async () => {
    const { groupId = 0 } = await done(sim, {
      ...{ do: 'create-group', title: 'New', kind: 'forum', bot: 'admin' },
      ownerId: olga.id,
    })
    expect(chatOf(groupId)).toMatchObject({ title: 'New', kind: 'supergroup', isForum: true })
    expect(kinds(await drain(sim))).toEqual(['my_chat_member', 'message'])
    const rights = ['can_pin_messages']
    await done(sim, { do: 'set-bot', groupId, byId: olga.id, bot: rights })
    expect(chatOf(groupId).members.get(sim.botId)).toMatchObject({
      status: 'administrator',
      rights: { can_pin_messages: true },
    })
    await done(sim, { do: 'set-bot', groupId, byId: olga.id, bot: 'absent' })
    expect(chatOf(groupId).members.get(sim.botId)?.status).toBe('kicked')
    expect(await refusalOf(sim, { do: 'set-bot', groupId, byId: olga.id, bot: 'absent' })).toEqual({
      reason: 'no-bot',
      title: 'New',
    })
  })

  test('is joined, left, and one is removed from it', async () => {
    const ivan = sim.createUser({ firstName: 'Иван' })
    group.join(ivan)
    const statusOf = (person: Person) => chatOf(group.id).members.get(person.id)?.status
    await done(sim, { do: 'join', groupId: group.id, personId: anna.id, as: 'administrator' })
    expect(statusOf(anna)).toBe('administrator')
    await done(sim, { do: 'leave', groupId: group.id, personId: anna.id })
    expect(statusOf(anna)).toBe('left')
    await done(sim, { do: 'remove', groupId: group.id, personId: ivan.id, byId: olga.id })
    expect(statusOf(ivan)).toBe('kicked')
    expect(await refusalOf(sim, { do: 'leave', groupId: group.id, personId: anna.id })).toEqual({
      reason: 'no-member',
      name: 'Анна',
      title: 'Staff',
    })
  })

  test('has topics that are created, closed, reopened and deleted', async () => {
    const groupId = group.id
    const { topicId = 0 } = await done(sim, {
      do: 'create-topic',
      groupId,
      name: 'Delivery',
      personId: olga.id,
    })
    const stateOf = () => chatOf(groupId).topics.get(topicId)?.state
    const own = group.as(olga).sendText('x', { topic: topicId })
    await done(sim, { do: 'close-topic', groupId, byId: olga.id, topicId })
    expect(stateOf()).toBe('closed')
    expect(await refusalOf(sim, { do: 'close-topic', groupId, byId: olga.id, topicId })).toEqual({
      reason: 'topic-closed-already',
      topic: 'Delivery',
    })
    await done(sim, { do: 'reopen-topic', groupId, byId: olga.id, topicId })
    expect(stateOf()).toBe('open')
    await done(sim, { do: 'delete-topic', groupId, topicId })
    expect(stateOf()).toBe('deleted')
    expect(chatOf(groupId).messages.get(own.message_id)?.deleted).toBe(true)
    expect(await refusalOf(sim, { do: 'reopen-topic', groupId, byId: olga.id, topicId })).toEqual({
      reason: 'topic-gone',
    })
    await done(sim, { do: 'set-forum', groupId, isForum: false })
    expect(chatOf(groupId).isForum).toBe(false)
    const create: Act = { do: 'create-topic', groupId, name: 'Returns', personId: olga.id }
    expect(await refusalOf(sim, create)).toEqual({ reason: 'topics-off', title: 'Staff' })
  })

  test('is upgraded, and the old one is over', async () => {
    const plain = sim.createGroup({ title: 'Plain', kind: 'group' })
    plain.join(olga)
    const groupId = plain.id
    expect(await refusalOf(sim, { do: 'set-forum', groupId, isForum: true })).toEqual({
      reason: 'plain-group',
      title: 'Plain',
    })
    const upgraded = await done(sim, { do: 'upgrade', groupId, byId: olga.id })
    expect(chatOf(groupId).upgradedTo).toBe(upgraded.groupId)
    expect(plain.id).toBe(upgraded.groupId)
    expect(await refusalOf(sim, { do: 'upgrade', groupId, byId: olga.id })).toMatchObject({
      reason: 'upgraded',
    })
    expect(await refusalOf(sim, { do: 'upgrade', groupId: plain.id, byId: olga.id })).toEqual({
      reason: 'supergroup-already',
      title: 'Plain',
    })
    const place = { chatId: plain.id }
    await done(sim, { do: 'send-text', text: 'here now', actor: as(olga), place })
  })

  test('is linked to a channel, and unlinked', async () => {
    await done(sim, { do: 'link-channel', groupId: group.id, isLinked: true })
    expect(chatOf(group.id).linkedChatId).toBeLessThan(0)
    await done(sim, { do: 'link-channel', groupId: group.id, isLinked: false })
    expect(chatOf(group.id).linkedChatId).toBeUndefined()
  })
})
