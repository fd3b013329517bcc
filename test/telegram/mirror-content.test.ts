import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FormattedText, MediaContent } from '../../src/domain/message-content.ts'
import { boldText } from '../../src/telegram/content/formatted.ts'
import { mirrorContent, mirrorEdit } from '../../src/telegram/content/mirror-content.ts'

const header = boldText('Мария · № 482-913')

const formatted: fc.Arbitrary<FormattedText> = fc
  .tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 50 }), fc.nat(), fc.nat())
  .map(([text, a, b]) => {
    const offset = a % text.length
    return { text, entities: [{ type: 'italic', offset, length: 1 + (b % (text.length - offset)) }] }
  })

const photo = (caption: FormattedText | null): MediaContent => ({
  kind: 'photo',
  fileId: 'f',
  fileUniqueId: 'u',
  fileName: null,
  mimeType: null,
  size: null,
  caption,
})

test('under a header every entity still stands on the words it stood on', () => {
  fc.assert(
    fc.property(formatted, (body) => {
      const { body: call } = mirrorContent({ kind: 'text', body }, header)
      const { text, entities } = call.payload as { text: string; entities: FormattedText['entities'] }
      const [before, after] = [body.entities[0], entities.find((entity) => entity.type === 'italic')]
      if (before === undefined || after === undefined) throw new Error('an entity got lost')
      expect(text.slice(after.offset, after.offset + after.length)).toBe(
        body.text.slice(before.offset, before.offset + before.length),
      )
    }),
  )
})

test('a text goes under its header as long as both fit into 4096, and after it when they do not; nothing is cut', () => {
  const fits = 4096 - header.text.length - 1
  for (const length of [1, fits, fits + 1, 4096]) {
    const body = { text: 'я'.repeat(length), entities: [] }
    const mirror = mirrorContent({ kind: 'text', body }, header)
    expect(mirror.header === null).toBe(length <= fits)
    const text = String(mirror.body.payload.text)
    expect(text.endsWith(body.text)).toBe(true)
    expect(text.length).toBeLessThanOrEqual(4096)
  }
})

test('a caption likewise, with 1024', () => {
  const fits = 1024 - header.text.length - 1
  for (const length of [fits, fits + 1, 1024]) {
    const mirror = mirrorContent(photo({ text: 'я'.repeat(length), entities: [] }), header)
    expect(mirror.header === null).toBe(length <= fits)
    expect(String(mirror.body.payload.caption).length).toBeLessThanOrEqual(1024)
  }
})

test('a photo without words carries the header as its caption; a sticker, which has none, comes after it', () => {
  expect(mirrorContent(photo(null), header).body.payload.caption).toBe(header.text)
  const sticker = { ...photo(null), kind: 'sticker' as const }
  const mirror = mirrorContent(sticker, header)
  expect(mirror.header?.payload.text).toBe(header.text)
  expect(mirror.body).toEqual({ method: 'sendSticker', payload: { sticker: 'f' } })
})

test('an edit replaces file and caption together, and is not tried where the Bot API has none', () => {
  expect(mirrorEdit(photo({ text: 'новое', entities: [] }), null)).toEqual({
    method: 'editMessageMedia',
    payload: { media: { type: 'photo', media: 'f', caption: 'новое' } },
  })
  expect(mirrorEdit({ kind: 'location', latitude: 1, longitude: 2 }, header)).toBeNull()
  expect(mirrorEdit({ ...photo(null), kind: 'sticker' }, header)).toBeNull()
})
