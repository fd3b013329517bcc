import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  ANYWHERE,
  PANEL_TABS,
  type PagePlace,
  readPlace,
  WRITE_AS,
  writePlace,
} from '../../../src/simulator/page/store/place.ts'
import { settlePlace, waysToWrite } from '../../../src/simulator/page/store/settle-place.ts'
import type { TopicView } from '../../../src/simulator/playground/protocol.ts'
import { aGroup, aPerson } from './views.ts'

const usual: PagePlace = { left: ANYWHERE, right: ANYWHERE, shown: 'left', panel: 'calls' }
const id = fc.option(fc.integer({ min: -4_000_000_000_000, max: 4_000_000_000 }).filter((each) => each !== 0))
const phone = fc.record({ personId: id, chatId: id, topicId: id, as: fc.constantFrom(...WRITE_AS) })
const places = fc.record({
  left: phone,
  right: phone,
  shown: fc.constantFrom('left' as const, 'right' as const),
  panel: fc.option(fc.constantFrom(...PANEL_TABS)),
})

test('a place survives being written into the address', () => {
  fc.assert(
    fc.property(places, (place) => {
      expect(readPlace(writePlace(place), usual)).toEqual(place)
    }),
  )
})

test('an address that says nothing, or nonsense, leaves the place as it is', () => {
  expect(readPlace('', usual)).toEqual(usual)
  expect(readPlace('#left=abc,1.5,,queen&panel=kitchen&shown=up', usual)).toEqual(usual)
})

const anna = aPerson(7)
const olga = aPerson(8)
const maria = aPerson(9)
const topics = [{ id: 17, name: 'A', iconColor: 0, state: 'open' as const }]
const staff = aGroup(-1001, { 8: 'administrator', 9: 'member' }, { isForum: true, topics })
const all = { people: [olga, anna, maria], groups: [staff] }

test('by itself the left phone is held by somebody outside of groups, the right one by somebody inside', () => {
  const { left, right } = settlePlace(usual, all)
  expect(left).toMatchObject({ personId: 7, chatId: 7 })
  expect(right).toMatchObject({ personId: 8, chatId: -1001, topicId: null })
})

test('with nobody there, nobody holds a phone', () => {
  expect(settlePlace(usual, { people: [], groups: [] }).left.personId).toBeNull()
})

test('what was wanted is kept where it exists', () => {
  const right = { personId: 9, chatId: -1001, topicId: 17, as: 'other-bot' as const }
  expect(settlePlace({ ...usual, right }, all).right).toEqual(right)
})

test('a topic that is deleted gives way to General, a role that is lost to oneself', () => {
  const right = { personId: 9, chatId: -1001, topicId: 17, as: 'anonymous' as const }
  const deleted = { ...staff, topics: [{ id: 17, name: 'A', iconColor: 0, state: 'deleted' as const }] }
  expect(settlePlace({ ...usual, right }, { ...all, groups: [deleted] }).right).toEqual({
    ...right,
    topicId: null,
    as: 'self',
  })
})

test('a topic of the private chat is open as long as it is there, and is nobody else’s', () => {
  const left = { personId: 7, chatId: 7, topicId: 17, as: 'self' as const }
  const inPrivate = (state: 'open' | 'deleted') => {
    const people = [7, 8].map((id) => ({ ...aPerson(id), topics: [{ ...topics[0], state } as TopicView] }))
    return { ...all, people }
  }
  expect(settlePlace({ ...usual, left }, inPrivate('open')).left).toEqual(left)
  expect(settlePlace({ ...usual, left }, inPrivate('deleted')).left.topicId).toBeNull()
  const gone = { personId: 8, chatId: -9, topicId: 17, as: 'self' as const }
  expect(settlePlace({ ...usual, left: gone }, inPrivate('open')).left).toMatchObject({
    chatId: 8,
    topicId: null,
  })
})

test('who has left a group finds themselves in the chat with the bot', () => {
  const left = { personId: 8, chatId: -1001, topicId: null, as: 'self' as const }
  const without = { ...all, groups: [aGroup(-1001, { 8: 'left' })] }
  expect(settlePlace({ ...usual, left }, without).left).toMatchObject({ personId: 8, chatId: 8 })
})

test('a group that was upgraded is followed to its new id', () => {
  const right = { personId: 8, chatId: -5, topicId: null, as: 'self' as const }
  const old = aGroup(-5, { 8: 'creator' }, { kind: 'group', upgradedTo: -1001 })
  const groups = [old, aGroup(-2001, { 8: 'member' }), staff]
  expect(settlePlace({ ...usual, right }, { ...all, groups }).right.chatId).toBe(-1001)
  expect(settlePlace(usual, { ...all, groups: [old, staff] }).right.chatId).toBe(-1001)
})

test('who may hide is an administrator; the channel speaks when there is one', () => {
  expect(waysToWrite(staff, 8)).toEqual(['self', 'anonymous', 'other-bot'])
  expect(waysToWrite({ ...staff, linkedChannelId: -1007 }, 9)).toEqual(['self', 'channel', 'other-bot'])
})
