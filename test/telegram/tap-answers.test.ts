import { expect, test } from 'vitest'
import { createTapAnswers } from '../../src/telegram/tap-answers.ts'
import { createDrivenClock } from '../support/driven-clock.ts'

function answers() {
  const clock = createDrivenClock()
  const sent: unknown[] = []
  const transport = {
    call: async (_method: string, payload: object) => {
      sent.push((payload as { text?: string }).text ?? 'blank')
      return { kind: 'ok', result: true } as const
    },
  }
  return { clock, sent, taps: createTapAnswers(transport, clock) }
}

test('a tap that waits for long gets a blank answer, once', async () => {
  const { clock, sent, taps } = answers()
  taps.arrived('1')
  await clock.advance(5_000)
  taps.answer('1', null)
  taps.arrived('1')
  await clock.advance(5_000)
  expect(sent).toEqual(['blank'])
})

test('a tap that was worked before it was told of is answered at once, and only once', async () => {
  const { clock, sent, taps } = answers()
  taps.answer('1', null)
  taps.arrived('1')
  await clock.advance(5_000)
  expect([sent, clock.timers]).toEqual([['blank'], 0])
})

test('words come in place of the blank answer, and after it are still tried', async () => {
  const { clock, sent, taps } = answers()
  taps.arrived('1')
  taps.answer('1', { text: 'готово', alert: false })
  await clock.advance(5_000)
  expect(sent).toEqual(['готово'])
  taps.answer('1', { text: 'ещё раз', alert: false })
  expect(sent).toEqual(['готово', 'ещё раз'])
})
