import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { albumParts, kindOfFile } from '../../../src/simulator/page/composer/album-parts.ts'
import { afterSample, captionFor } from '../../../src/simulator/page/composer/sample-caption.ts'
import { readTypedMarkup } from '../../../src/simulator/page/composer/typed-markup.ts'

describe('marks in a typed text', () => {
  test('become entities, as in the apps for computers', () => {
    expect(readTypedMarkup('a **b** __c__ ~~d~~ ||e|| `f`')).toEqual({
      text: 'a b c d e f',
      entities: ['bold', 'italic', 'strikethrough', 'spoiler', 'code'].map((type, index) => {
        return { type, offset: 2 + 2 * index, length: 1 }
      }),
    })
  })

  test('may be nested, but nothing inside of code is marked', () => {
    expect(readTypedMarkup('**a __b__** `**c**`')).toEqual({
      text: 'a b **c**',
      entities: [
        { type: 'bold', offset: 0, length: 3 },
        { type: 'italic', offset: 2, length: 1 },
        { type: 'code', offset: 4, length: 5 },
      ],
    })
  })

  test('a lone mark is text', () => {
    expect(readTypedMarkup('2 ** 3, __init, ||, ` and ** ').entities).toEqual([])
  })

  test('whatever is typed, every entity lies within the text', () => {
    const typed = fc.string({ unit: fc.constantFrom('a', ' ', '**', '__', '`', '~~', '||', '😀', '\n') })
    fc.assert(
      fc.property(typed, (each) => {
        const { text, entities } = readTypedMarkup(each)
        for (const { offset, length } of entities) {
          expect(length).toBeGreaterThan(0)
          expect(offset + length).toBeLessThanOrEqual(text.length)
        }
        if (entities.length === 0) expect(text).toBe(each)
      }),
    )
  })
})

describe('chosen files', () => {
  test('are sent as what they are, or as they are', () => {
    const types = [
      'image/png',
      'image/svg+xml',
      'video/mp4',
      'audio/mpeg',
      'audio/ogg',
      'application/pdf',
      '',
    ]
    expect(types.map((type) => kindOfFile(type, false))).toEqual([
      'photo',
      'document',
      'video',
      'audio',
      'voice',
      'document',
      'document',
    ])
    expect(kindOfFile('image/png', true)).toBe('document')
  })

  test('stand in one album with their like', () => {
    const items = (['photo', 'document', 'video', 'voice', 'audio', 'voice', 'document'] as const).map(
      (kind) => {
        return { kind }
      },
    )
    const kinds = albumParts(items).map((part) => part.map(({ kind }) => kind))
    expect(kinds).toEqual([['photo', 'video'], ['document', 'document'], ['voice'], ['audio'], ['voice']])
  })
})

describe('what is written when a sample is sent', () => {
  const draft = { text: ' the receipt ', replyTo: 7, editing: null }

  test('is its caption where there can be one, and is then spent', () => {
    expect(captionFor('document', draft)).toBe('the receipt')
    expect(afterSample(draft, draft, 'the receipt')).toEqual({ text: '', replyTo: null, editing: null })
    const written = { ...draft, text: 'the next one' }
    expect(afterSample(written, draft, 'the receipt').text).toBe('the next one')
  })

  test('stays where it is otherwise', () => {
    expect(captionFor('sticker', draft)).toBe('')
    expect(afterSample(draft, draft, '')).toEqual({ ...draft, replyTo: null })
    const editing = { ...draft, replyTo: null, editing: { messageId: 1, textBefore: '' } }
    expect(captionFor('photo', editing)).toBe('')
    expect(afterSample(editing, editing, '')).toEqual(editing)
  })
})
