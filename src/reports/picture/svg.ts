/** Pieces of SVG. Sizes are in pixels of a picture 1080 wide. */

export const WIDTH = 1080
/** From the picture's edge to a card, and between cards. */
export const MARGIN = 22
/** From a card's edge to what is in it. */
export const PADDING = 32
export const INNER = WIDTH - 2 * MARGIN - 2 * PADDING

export const FONT = 'DejaVu Sans'
export const COLOURS = {
  page: '#e9edf2',
  card: '#ffffff',
  ink: '#1c2733',
  faint: '#5f6c7b',
  line: '#d8dee6',
  main: '#0072b2',
  good: '#00805c',
  bad: '#c2410c',
} as const

/** Told apart by those who see no red or green, too. https://jfly.uni-koeln.de/color/ */
export const CATEGORY_COLOURS = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00'] as const
export const REST_COLOUR = '#98a2ae'

/** A piece of the picture with its own origin. */
export interface Piece {
  readonly height: number
  readonly svg: string
}

export interface TextStyle {
  readonly size?: number
  readonly bold?: boolean
  readonly colour?: string
  readonly anchor?: 'start' | 'middle' | 'end'
}

/** @param y of the line the letters stand on */
export function textAt(x: number, y: number, words: string, style: TextStyle = {}): string {
  const { size = 30, bold = false, colour = COLOURS.ink, anchor = 'start' } = style
  const weight = bold ? ' font-weight="bold"' : ''
  return `<text x="${x}" y="${y}" font-family="${FONT}" font-size="${size}"${weight} fill="${colour}" text-anchor="${anchor}">${escapeXml(words)}</text>`
}

export function rectAt(x: number, y: number, width: number, height: number, fill: string, rx = 0): string {
  return `<rect x="${x}" y="${y}" width="${Math.max(0, width)}" height="${height}" rx="${rx}" fill="${fill}"/>`
}

export function moved(x: number, y: number, svg: string): string {
  return `<g transform="translate(${x} ${y})">${svg}</g>`
}

/** White, over the whole width, with the pieces below each other. */
export function card(pieces: readonly Piece[]): Piece {
  const inside = stack(pieces, 0)
  const height = inside.height + 2 * PADDING
  return {
    height,
    svg: rectAt(0, 0, WIDTH - 2 * MARGIN, height, COLOURS.card, 24) + moved(PADDING, PADDING, inside.svg),
  }
}

/** @param gap between two of them */
export function stack(pieces: readonly Piece[], gap: number): Piece {
  let height = 0
  const parts: string[] = []
  for (const piece of pieces) {
    if (parts.length > 0) height += gap
    parts.push(moved(0, height, piece.svg))
    height += piece.height
  }
  return { height, svg: parts.join('') }
}

export function heading(words: string): Piece {
  return { height: 54, svg: textAt(0, 28, words, { size: 34, bold: true }) }
}

/** The title of a whole picture, and the pieces below it. */
export function page(title: Piece, pieces: readonly Piece[]): string {
  const all = stack([title, ...pieces], MARGIN)
  const height = Math.ceil(all.height + 2 * MARGIN)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}">`,
    rectAt(0, 0, WIDTH, height, COLOURS.page),
    moved(MARGIN, MARGIN, all.svg),
    '</svg>',
  ].join('')
}

/** How wide letters are, as a share of the size: rather too much than too little. */
const NARROW = /[ijlft|.,:;!'()[\]\s]/
const WIDE = /[mwMW@%ЖШЩЮМФЫжшщюмфы]/
const CAPITAL = /\p{Lu}/u

/** Cut to the width, with a sign that something is missing. */
export function shorten(words: string, width: number, size: number): string {
  let room = width / size
  let kept = ''
  for (const letter of words) {
    room -= NARROW.test(letter) ? 0.38 : WIDE.test(letter) ? 0.88 : CAPITAL.test(letter) ? 0.68 : 0.58
    if (room < 0) return `${kept.trimEnd()}…`
    kept += letter
  }
  return words
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const UNDRAWN = /\p{C}|\p{Extended_Pictographic}|\p{Variation_Selector}/gu

/** Without what XML does not take, and without pictures that no font of ours has. */
function escapeXml(text: string): string {
  return text.replace(UNDRAWN, '').replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
}
