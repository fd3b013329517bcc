import { describe, expect, test } from 'vitest'
import type { CallRef } from '../../src/delivery/outgoing-call.ts'
import { type RefLookup, resolveRefs } from '../../src/delivery/resolve-refs.ts'

const ref = (id: string, orElse: CallRef['orElse'] = 'omit'): CallRef => ({
  $ref: id,
  field: 'message_id',
  orElse,
})

const CHAT = -100

const lookup: RefLookup = (id) =>
  ({
    sent: { status: 'sent', chatId: CHAT, result: { message_id: 5 } } as const,
    elsewhere: { status: 'sent', chatId: -200, result: { message_id: 5 } } as const,
    waiting: { status: 'waiting', chatId: CHAT, result: null } as const,
    sending: { status: 'sending', chatId: CHAT, result: null } as const,
    failed: { status: 'failed', chatId: CHAT, result: null } as const,
    unknown: { status: 'unknown', chatId: CHAT, result: null } as const,
    superseded: { status: 'superseded', chatId: CHAT, result: null } as const,
  })[id]

describe('a reference', () => {
  test('to a sent message becomes its id, however deep it stands', () => {
    const payload = { message_id: ref('sent'), list: [{ at: ref('sent') }], text: 'x' }
    expect(resolveRefs(payload, CHAT, lookup)).toEqual({
      kind: 'ready',
      payload: { message_id: 5, list: [{ at: 5 }], text: 'x' },
    })
  })

  test.each(['waiting', 'sending'])('to a message that is %s waits', (id) => {
    expect(resolveRefs({ message_id: ref(id) }, CHAT, lookup)).toEqual({ kind: 'waiting', on: id })
  })

  test.each(['failed', 'unknown', 'superseded', 'pruned', 'elsewhere'])(
    'to a message that is %s is left out',
    (id) => {
      expect(resolveRefs({ message_thread_id: ref(id), text: 'x' }, CHAT, lookup)).toEqual({
        kind: 'ready',
        payload: { text: 'x' },
      })
    },
  )

  test.each(['failed', 'unknown', 'superseded', 'pruned', 'elsewhere'])(
    'to a message that is %s gives up if told so',
    (id) => {
      expect(resolveRefs({ message_id: ref(id, 'give-up') }, CHAT, lookup)).toEqual({
        kind: 'give-up',
        on: id,
      })
    },
  )

  test('takes the whole reply with it when it is left out', () => {
    const payload = { text: 'x', reply_parameters: { message_id: ref('failed'), quote: 'q' } }
    expect(resolveRefs(payload, CHAT, lookup)).toEqual({ kind: 'ready', payload: { text: 'x' } })
  })
})

test('what is said where a reference came to nothing counts only there', () => {
  const topic = { $ref: 'topic', field: 'message_thread_id', orElse: 'omit' } as const
  const card = { $ref: 'card', field: 'message_id', orElse: 'omit' } as const
  const payload = {
    message_thread_id: topic,
    text: 'words',
    $omitted: { text: '№ 1: words', reply_parameters: { message_id: card } },
  }
  const found = (topicId: number | undefined) => (id: string) =>
    id === 'card'
      ? ({ status: 'sent', chatId: CHAT, result: { message_id: 7 } } as const)
      : ({
          status: 'skipped',
          chatId: CHAT,
          result: topicId === undefined ? null : { message_thread_id: topicId },
        } as const)
  expect(resolveRefs(payload, CHAT, found(5))).toEqual({
    kind: 'ready',
    payload: { message_thread_id: 5, text: 'words' },
  })
  expect(resolveRefs(payload, CHAT, found(undefined))).toEqual({
    kind: 'ready',
    payload: { text: '№ 1: words', reply_parameters: { message_id: 7 } },
  })
})
