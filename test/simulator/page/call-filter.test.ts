import { expect, test } from 'vitest'
import { matchesCall, shortParams } from '../../../src/simulator/page/panels/call-filter.ts'
import type { CallView } from '../../../src/simulator/playground/protocol.ts'

const call: CallView = {
  n: 1,
  at: 0,
  method: 'sendMessage',
  params: { chat_id: 7, text: 'Здравствуйте', reply_markup: { remove_keyboard: true } },
  isOk: false,
  error: 'Forbidden: bot was blocked by the user',
  wasApplied: false,
  tookMs: 2,
}
const matches = (text: string, errorsOnly = false, of = call) => matchesCall(of, { text, errorsOnly })

test('every word must be found, in the method, the parameters or the refusal, in any case', () => {
  expect(matches('')).toBe(true)
  expect(matches('SENDMESSAGE blocked')).toBe(true)
  expect(matches('здравствуйте remove_keyboard')).toBe(true)
  expect(matches('sendMessage photo')).toBe(false)
})

test('failures only leaves out what went well', () => {
  expect(matches('', true)).toBe(true)
  expect(matches('', true, { ...call, isOk: true })).toBe(false)
})

test('the parameters stand in one line', () => {
  expect(shortParams(call)).toBe('chat_id: 7, text: Здравствуйте, reply_markup: {"remove_keyboard":true}')
})
