import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Piece,
  splitByEntities,
  withoutBlockBreaks,
} from '../../../src/simulator/page/chat/split-by-entities.ts'

const entity = (type: string, offset: number, length: number) => ({ type, offset, length })

function shown(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => (typeof piece === 'string' ? piece : `<${piece.entity.type}>${shown(piece.pieces)}</>`))
    .join('')
}

const plain = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : plain(piece.pieces))).join('')

test('entities stand where their UTF-16 offsets say', () => {
  const pieces = splitByEntities('🎉 new and old', [entity('bold', 3, 3), entity('italic', 11, 3)])
  expect(shown(pieces)).toBe('🎉 <bold>new</> and <italic>old</>')
})

test('entities inside others are nested, blocks outermost', () => {
  const same = [entity('bold', 0, 5), entity('blockquote', 0, 5), entity('code', 2, 2)]
  expect(shown(splitByEntities('abcde', same))).toBe('<blockquote><bold>ab<code>cd</>e</></>')
})

test('entities that cross are cut', () => {
  const crossing = [entity('bold', 0, 4), entity('italic', 2, 4)]
  expect(shown(splitByEntities('abcdef', crossing))).toBe('<bold>ab<italic>cd</></><italic>ef</>')
})

test('whatever the entities are, the text survives and each one keeps its words', () => {
  const kinds = fc.constantFrom('bold', 'italic', 'pre', 'blockquote', 'text_link', 'spoiler')
  const anyEntity = fc.record({
    type: kinds,
    offset: fc.integer({ min: -3, max: 40 }),
    length: fc.integer({ min: -2, max: 40 }),
  })
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.array(anyEntity, { maxLength: 9 }),
      (text, entities) => {
        const pieces = splitByEntities(text, entities)
        expect(plain(pieces)).toBe(text)
        for (const each of entities) {
          const words = text.slice(Math.max(0, each.offset), Math.max(0, each.offset + each.length))
          expect(wordsOf(pieces, each)).toBe(words)
        }
      },
    ),
  )
})

function wordsOf(pieces: readonly Piece[], wanted: object): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return ''
      return piece.entity === wanted ? plain(piece.pieces) : wordsOf(piece.pieces, wanted)
    })
    .join('')
}

test('a line break beside a block is left out, all others stay', () => {
  const text = 'a\n\nquoted\n\nb\nc'
  const pieces = withoutBlockBreaks(splitByEntities(text, [entity('blockquote', 3, 6)]))
  expect(shown(pieces)).toBe('a\n<blockquote>quoted</>\nb\nc')
})
