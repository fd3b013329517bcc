/** How else a typed number may be meant. What of it is a number, the shop's patterns say. */

/** Signs that look alike, so that one is typed for the other. Position by position. */
const CYRILLIC = 'АВЕКМНОРСТУХІЈЅасеорхуіјѕ'
const LATIN = 'ABEKMHOPCTYXIJSaceopxyijs'
/** A number stands near the beginning of what is typed, or nobody reads it as one. In characters. */
const READ_AT_MOST = 500
/** Groups of digits a number is typed in: «12 34 56 78». */
const MOST_GROUPS = 8
/** Letters that may be a number's beginning: «AB 1234». */
const PREFIX_LENGTH = 4

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu
const DASHES = /[\p{Pd}\u2212\u2043_]/gu

/** Everything in the text that could stand for a number of at most `maxLength` characters, the likeliest first. */
export function candidatesIn(text: string, maxLength: number): string[] {
  const found = [...partsOf(evenOut(text.slice(0, READ_AT_MOST)))]
  return found.filter((candidate) => candidate.length <= maxLength && /\p{N}/u.test(candidate))
}

/** The same with a dash at each place where there could be one. */
export function* withADash(text: string): Generator<string> {
  if (text.includes('-')) return
  for (let place = 1; place < text.length; place += 1) yield `${text.slice(0, place)}-${text.slice(place)}`
}

/** Signs that differ only to a computer are made one. */
function evenOut(text: string): string {
  return unescaped(text)
    .replaceAll(/[№#]/gu, ' ')
    .normalize('NFKC')
    .replaceAll(INVISIBLE, '')
    .replaceAll(DASHES, '-')
    .replaceAll(/\s*-[-\s]*/gu, '-')
    .replaceAll(/\s+/gu, ' ')
    .trim()
}

/** Links carry signs as %2D. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The whole, neighbouring groups from long to short, then what stands between any other signs, as in a link. */
function* partsOf(text: string): Generator<string> {
  yield text
  const groups = text.split(' ').map(withoutEdges)
  for (let length = Math.min(groups.length, MOST_GROUPS); length >= 1; length -= 1) {
    for (let start = 0; start + length <= groups.length; start += 1) {
      const window = groups.slice(start, start + length)
      if (window.every(isPartOfNumber)) yield window.join(' ')
    }
  }
  for (const piece of text.split(/[^\p{L}\p{N}-]+/u)) {
    yield piece
    // «заказ-12345678»
    yield withoutEdges(piece.replace(/^\p{L}+-/u, ''))
  }
}

function isPartOfNumber(group: string): boolean {
  return /\p{N}/u.test(group) || (/^\p{L}+$/u.test(group) && group.length <= PREFIX_LENGTH)
}

function withoutEdges(group: string): string {
  return group.replace(/^[^\p{L}\p{N}]+/u, '').replace(/[^\p{L}\p{N}]+$/u, '')
}

/** Ways to write a candidate, some of them several times. */
export function* spellings(candidate: string): Generator<string> {
  for (const lettered of new Set(letterings(candidate))) {
    const closed = lettered.replaceAll(' ', '')
    yield lettered
    yield lettered.replaceAll(' ', '-')
    yield closed
    const bare = closed.replaceAll('-', '')
    yield bare
    yield* withADash(bare)
  }
}

function* letterings(text: string): Generator<string> {
  for (const alphabet of [text, swap(text, CYRILLIC, LATIN), swap(text, LATIN, CYRILLIC)]) {
    yield* [alphabet, alphabet.toUpperCase(), alphabet.toLowerCase()]
  }
  // Small letters look like others than capital ones do: «р» is P once it is written large.
  const large = text.toUpperCase()
  yield swap(large, CYRILLIC, LATIN)
  yield swap(large, LATIN, CYRILLIC)
}

function swap(text: string, from: string, to: string): string {
  return [...text].map((sign) => to[from.indexOf(sign)] ?? sign).join('')
}
