import type { MessageEntity } from '../../bot-api/types.ts'

/** A stretch of text, or an entity with what is in it. */
export type Piece = string | { entity: MessageEntity; pieces: Piece[] }

interface Range {
  entity: MessageEntity
  from: number
  to: number
}

/** Of entities over the same stretch these stand outside. */
const BLOCKS = new Set(['blockquote', 'expandable_blockquote', 'pre'])

/**
 * A text as a tree of its entities. Offsets are UTF-16 code units; entities that cross each other are cut, and those that lie outside the
 * text are left out: whatever they are, the pieces together are the text.
 */
export function splitByEntities(text: string, entities: readonly MessageEntity[]): Piece[] {
  const ranges = entities
    .map((entity) => {
      const [begin, end] = [entity.offset, entity.offset + entity.length]
      return { entity, from: Math.max(0, begin), to: Math.min(text.length, end) }
    })
    .filter(({ from, to }) => from < to)
  return build(text, 0, text.length, inOrder(ranges))
}

function build(text: string, begin: number, end: number, ranges: readonly Range[]): Piece[] {
  const pieces: Piece[] = []
  let at = begin
  let rest = ranges
  for (let first = rest[0]; first; first = rest[0]) {
    const { entity, from, to } = first
    if (from > at) pieces.push(text.slice(at, from))
    const others = rest.slice(1)
    const inside = others
      .filter((range) => range.from < to)
      .map((range) => ({ ...range, to: Math.min(range.to, to) }))
    pieces.push({ entity, pieces: build(text, from, to, inside) })
    const beyond = others.filter((range) => range.to > to)
    rest = inOrder(beyond.map((range) => ({ ...range, from: Math.max(range.from, to) })))
    at = to
  }
  if (at < end) pieces.push(text.slice(at, end))
  return pieces
}

function inOrder(ranges: Range[]): Range[] {
  const rank = ({ entity }: Range) => (BLOCKS.has(entity.type) ? 0 : 1)
  return ranges.sort((a, b) => a.from - b.from || b.to - a.to || rank(a) - rank(b))
}

/** A block begins and ends a line by itself, so the line breaks around it are left out. */
export function withoutBlockBreaks(pieces: readonly Piece[]): Piece[] {
  const isBlock = (piece: Piece | undefined) => typeof piece === 'object' && BLOCKS.has(piece.entity.type)
  return pieces.map((piece, index) => {
    if (typeof piece !== 'string') return piece
    const begun = isBlock(pieces[index - 1]) ? piece.replace(/^\n/, '') : piece
    return isBlock(pieces[index + 1]) ? begun.replace(/\n$/, '') : begun
  })
}
