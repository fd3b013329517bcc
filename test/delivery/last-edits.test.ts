import { expect, test } from 'vitest'
import type { OutgoingCall } from '../../src/delivery/outgoing-call.ts'
import { aDispatcher, firstly, lost } from '../support/a-dispatcher.ts'
import { aCall } from '../support/outgoing-calls.ts'

const GROUP = -5

const change = (text: string, more: Partial<OutgoingCall> = {}) =>
  aCall({
    ...{ method: 'editMessageText', chatId: GROUP, policy: 'repeatable' },
    payload: { chat_id: GROUP, message_id: 7, text },
    ...more,
  })

/** Puts one after the other, each when the one before has ended. */
async function changed(calls: readonly OutgoingCall[], faults: Parameters<typeof firstly> = []) {
  const desk = await aDispatcher(firstly(...faults))
  desk.dispatcher.start()
  for (const call of calls) {
    await desk.put(call)
    await desk.drain()
  }
  const sent = () => desk.telegram.applied.map(({ method, payload }) => payload.text ?? method)
  return { ...desk, sent }
}

test('an edit that would change nothing is not sent, and counts as done', async () => {
  const { sent, dispatcher } = await changed([change('a'), change('a'), change('b'), change('a')])
  expect(sent()).toEqual(['a', 'b', 'a'])
  expect(dispatcher.stats).toMatchObject({ sent: 4, waiting: 0 })
  await dispatcher.stop()
})

test('what else concerns the message makes it new; what concerns another message does not', async () => {
  const keyboard = { chat_id: GROUP, message_id: 7, reply_markup: { inline_keyboard: [] } }
  const other = { chat_id: GROUP, message_id: 8, text: 'x' }
  const { sent, dispatcher } = await changed([
    change('a'),
    change('', { payload: other }),
    change('a'),
    change('', { method: 'editMessageReplyMarkup', payload: keyboard }),
    change('a'),
  ])
  expect(sent()).toEqual(['a', 'x', 'editMessageReplyMarkup', 'a'])
  await dispatcher.stop()
})

test('after a minute, after a lost answer and after a restart nobody knows what the message shows', async () => {
  const { sent, dispatcher, clock, put, drain } = await changed(
    [change('a', { policy: 'at-most-once' })],
    [lost],
  )
  const once = async () => {
    await put(change('a'))
    await drain()
  }
  await once()
  expect(sent()).toEqual(['a', 'a'])
  await once()
  expect(sent()).toEqual(['a', 'a'])
  await clock.advance(60_000)
  await once()
  expect(sent()).toEqual(['a', 'a', 'a'])
  await dispatcher.stop()
  dispatcher.start()
  await once()
  expect(sent()).toEqual(['a', 'a', 'a', 'a'])
  await dispatcher.stop()
})
