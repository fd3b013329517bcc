import { expect, test } from 'vitest'
import { readPhone } from '../../src/domain/phone.ts'

test.each([
  ['+7 912 345-67-89', '+79123456789'],
  ['8 (912) 345-67-89', '89123456789'],
  ['tel:+44 20 7946 0123', '+442079460123'],
  ['345-67-89', '3456789'],
  ['+7 912 345–67–89', '+79123456789'],
  ['+7\u00a0912\u00a03456789', '+79123456789'],
])('“%s” can be called', (typed, number) => {
  expect(readPhone(typed)).toBe(number)
})

test.each(['', '12345', '1234567890123456', 'позвоните 89123456789', '+7 912 345-67-8x', '7+9123456789'])(
  '“%s” can not',
  (typed) => {
    expect(readPhone(typed)).toBeNull()
  },
)
