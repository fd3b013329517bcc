import { expect, test } from 'vitest'
import { mergeTexts, textsOf } from '../../src/delivery/merge-texts.ts'
import { aStoredCall } from '../support/outgoing-calls.ts'

const NOW = 1_000
const text = (words: string, more: Readonly<Record<string, unknown>> = {}) =>
  aStoredCall({ method: 'sendMessage', albumKey: 'k', payload: { chat_id: 1, text: words, ...more } })

test('texts that follow one another go together, what has another key or none goes alone', () => {
  const [one, two] = [text('one'), text('two')]
  const other = { ...text('other'), albumKey: 'other' }
  const single = { ...text('single'), albumKey: null }
  const last = text('last')
  const stream = [one, two, other, single, last]
  expect(textsOf(one, stream, NOW)).toEqual([one, two])
  for (const call of [other, single, last]) expect(textsOf(call, stream, NOW)).toEqual([call])
})

test('one with a keyboard, markup, another reply or a later moment ends the row', () => {
  for (const more of [
    { reply_markup: {} },
    { parse_mode: 'HTML' },
    { reply_parameters: { message_id: 5 } },
  ]) {
    const head = text('one')
    expect(textsOf(head, [head, text('two', more), text('three')], NOW)).toEqual([head])
  }
  const head = text('one')
  const later = { ...text('two'), notBefore: new Date(NOW + 1) }
  expect(textsOf(head, [head, later], NOW)).toEqual([head])
  expect(textsOf(head, [head, later], NOW + 1)).toEqual([head, later])
})

test('no more goes together than one message holds, the header of the first included', () => {
  const head = text('a'.repeat(2_000), { $first: { text: `header ${'a'.repeat(2_000)}` } })
  const fits = text('b'.repeat(4_096 - 2_007 - 2))
  expect(textsOf(head, [head, fits], NOW)).toEqual([head, fits])
  expect(textsOf(head, [head, text('b'.repeat(4_096 - 2_007 - 1))], NOW)).toEqual([head])
})

test('formatting moves along with its text; thread and reply are the first one’s', () => {
  const bold = (offset: number) => ({ type: 'bold', offset, length: 3 })
  const one = { chat_id: 1, message_thread_id: 7, text: 'one', entities: [bold(0)] }
  const merged = mergeTexts([{ payload: one }, { payload: { text: 'two', entities: [bold(0)] } }])
  expect(merged).toEqual({
    method: 'sendMessage',
    payload: { chat_id: 1, message_thread_id: 7, text: 'one\n\ntwo', entities: [bold(0), bold(5)] },
  })
})
