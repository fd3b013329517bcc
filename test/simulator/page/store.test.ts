import { beforeEach, describe, expect, test } from 'vitest'
import {
  afterSending,
  draftAt,
  startEdit,
  startReply,
  stopReplyOrEdit,
  takeBack,
} from '../../../src/simulator/page/store/drafts.ts'
import { ANYWHERE } from '../../../src/simulator/page/store/place.ts'
import { isNews, markSeen, rememberFirstSight } from '../../../src/simulator/page/store/seen.ts'
import { applyChange, calls, messagesOf, people } from '../../../src/simulator/page/store/world.ts'
import { aMessage, aPerson } from './views.ts'

const change = { epoch: 'a', seq: 1, isWhole: false }
beforeEach(() => applyChange({ ...change, isWhole: true }))

describe('what the server tells', () => {
  test('replaces what it names and leaves the rest as it is, object for object', () => {
    const [first, second] = [aMessage(1, 1), aMessage(1, 2)]
    applyChange({ ...change, people: [aPerson(1)], messages: [second, first] })
    const edited = { ...second, isEdited: true }
    applyChange({ ...change, messages: [edited] })
    expect(messagesOf(1).value).toEqual([first, edited])
    expect(messagesOf(1).value[0]).toBe(first)
    expect(people.value).toHaveLength(1)
  })

  test('when it is whole, voids what was known', () => {
    const call = {
      n: 1,
      at: 0,
      method: 'getMe',
      params: {},
      isOk: true,
      error: null,
      wasApplied: true,
      tookMs: 1,
    }
    applyChange({ ...change, people: [aPerson(1)], messages: [aMessage(1, 1)], calls: [call] })
    applyChange({ ...change, isWhole: true, people: [aPerson(2)] })
    expect(people.value.map(({ user }) => user.id)).toEqual([2])
    expect(messagesOf(1).value).toEqual([])
    expect(calls.value).toEqual([])
  })
})

describe('a draft', () => {
  let chatId = 100
  const aDraft = (text: string) => {
    chatId += 1
    const draft = draftAt({ ...ANYWHERE, personId: 1, chatId })
    draft.value = { ...draft.value, text }
    return draft
  }

  test('belongs to the person, the chat and the topic', () => {
    const draft = aDraft('a')
    expect(draftAt({ ...ANYWHERE, personId: 1, chatId })).toBe(draft)
    expect(draftAt({ ...ANYWHERE, personId: 2, chatId }).value.text).toBe('')
    expect(draftAt({ ...ANYWHERE, personId: 1, chatId, topicId: 5 }).value.text).toBe('')
  })

  test('survives an edit that is given up, and one that is sent', () => {
    const draft = aDraft('half a sentence')
    startEdit(draft, 3, 'old words')
    expect(draft.value).toMatchObject({ text: 'old words', editing: { messageId: 3 } })
    expect(afterSending(draft.value)).toEqual({ text: 'half a sentence', replyTo: null, editing: null })
    stopReplyOrEdit(draft)
    expect(draft.value).toEqual({ text: 'half a sentence', replyTo: null, editing: null })
  })

  test('that is refused comes back with its reply, before what was written since', () => {
    const draft = aDraft('first')
    startReply(draft, 4)
    const sent = draft.value
    draft.value = { ...afterSending(sent), text: 'second' }
    takeBack(draft, sent)
    expect(draft.value).toEqual({ text: 'first\nsecond', replyTo: 4, editing: null })
  })
})

test('what was there when the page opened is no news; what comes later is, until it is seen', () => {
  applyChange({ ...change, isWhole: true, people: [aPerson(1), aPerson(2)], messages: [aMessage(1, 10)] })
  rememberFirstSight()
  expect(isNews(1, messagesOf(1).value.at(-1), null)).toBe(false)
  const later = aMessage(1, 11)
  expect(isNews(1, later, null)).toBe(true)
  markSeen(1, later, null)
  expect(isNews(1, later, null)).toBe(false)
  expect(isNews(1, { ...aMessage(1, 12), authorId: 1 }, null)).toBe(false)
})
