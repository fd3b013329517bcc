import { expect, test } from 'vitest'
import { withoutFormatting } from '../../src/delivery/plain-text.ts'

test('HTML loses its tags and keeps its words', () => {
  expect(
    withoutFormatting({ text: '<b>a &lt; b</b> &amp;amp; <a href="x">c</a>', parse_mode: 'HTML' }),
  ).toEqual({ text: 'a < b &amp; c' })
})

test('a text with entities keeps its own angle brackets', () => {
  const entities = [{ type: 'bold', offset: 0, length: 1 }]
  expect(withoutFormatting({ caption: '<b> &lt;', caption_entities: entities })).toEqual({
    caption: '<b> &lt;',
  })
})

test('each item of an album is made plain', () => {
  const media = [
    { type: 'photo', media: 'A', caption: '<b>a</b>', parse_mode: 'HTML' },
    { type: 'photo', media: 'B' },
  ]
  expect(withoutFormatting({ media })).toEqual({
    media: [
      { type: 'photo', media: 'A', caption: 'a' },
      { type: 'photo', media: 'B' },
    ],
  })
})
