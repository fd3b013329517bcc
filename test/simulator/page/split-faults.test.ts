import { expect, test } from 'vitest'
import { splitFaults } from '../../../src/simulator/page/panels/split-faults.ts'

test('a fault that was met as often as wanted is active no more', () => {
  const fault = (id: string, hits: number, times: number) => {
    return { id, method: 'sendMessage', chatId: null, kind: 'flood' as const, hits, times }
  }
  const [fresh, met, over] = [fault('a', 0, 1), fault('b', 1, 2), fault('c', 1, 1)]
  expect(splitFaults([fresh, over, met])).toEqual({ active: [fresh, met], usedUp: [over] })
})
