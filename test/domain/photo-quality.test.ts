import { expect, test } from 'vitest'
import { judgePhoto, type PhotoMeasures } from '../../src/domain/photo-quality.ts'

const FINE: PhotoMeasures = { width: 1280, height: 960, brightness: 230, sharpness: 0.4 }

test.each<[string, Partial<PhotoMeasures>, string]>([
  ['large, light and sharp', {}, 'fine'],
  ['of one line of text, cut out of a screen', { width: 600, height: 40 }, 'fine'],
  ['399 pixels long', { width: 300, height: 399 }, 'small'],
  ['400 pixels long', { width: 300, height: 400 }, 'fine'],
  ['without a light spot', { brightness: 63 }, 'dark'],
  ['dim, but light enough', { brightness: 64 }, 'fine'],
  ['with soft edges only', { sharpness: 0.13 }, 'blurred'],
  ['a bit soft', { sharpness: 0.15 }, 'fine'],
  ['without any edge', { sharpness: null }, 'fine'],
  [
    'small, dark and blurred at once: the size is what can be mended first',
    { width: 90, height: 90, brightness: 1, sharpness: 0 },
    'small',
  ],
])('a photo %s', (_, measures, said) => {
  expect(judgePhoto({ ...FINE, ...measures })).toBe(said)
})
