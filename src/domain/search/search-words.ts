/** How a text becomes words that can be found, the same on every database. */

/** Reduces a word in small letters to what its forms have in common. */
export type Stem = (word: string) => string

/** A word of a text, and where it stands there, in UTF-16 code units. */
export interface PlacedWord {
  readonly start: number
  readonly end: number
  /** In small letters, evened out. */
  readonly word: string
}

/** Far more than Telegram takes in a message: what is beyond was forged, and can't be found. In UTF-16 code units. */
const TEXT_LENGTH = 20_000
/** Longer ones are no words; what is cut is cut in a question alike. In characters. */
const WORD_LENGTH = 64
/** Before it the beginnings of names and numbers: no word of a text looks like them. */
const HANDLE_SIGN = '·'
/** One letter would find half of everybody. In characters. */
const BEGINNING_FROM = 2

const WORD = /[\p{L}\p{N}\p{M}]+/gu
const NO_WORD = /[^\p{L}\p{N}\p{M}]+/gu
/** `A-1029`, `482-913`, `12345678-0001`: parts with a sign between them. Bounded, or a megabyte without a sign would take for ever. */
const JOINED = /(?<![\p{L}\p{N}])[\p{L}\p{N}]{1,64}(?:[-‐‑–—_./\\][\p{L}\p{N}]{1,64}){1,16}/gu

/** In numbers one is typed for the other. Position by position. */
const CYRILLIC = 'авекмнорстух'
const LATIN = 'abekmhopctyx'

/** The words of a text in their order. */
export function placedWords(text: string): readonly PlacedWord[] {
  return [...text.matchAll(WORD)].flatMap((match) => placed(match.index, match[0]))
}

/** What is written as one with signs between and has a digit in it, as one word without the signs. */
export function placedNumbers(text: string): readonly PlacedWord[] {
  return [...text.matchAll(JOINED)]
    .filter(([written]) => /\p{N}/u.test(written))
    .flatMap((match) => placed(match.index, match[0]))
}

function placed(start: number, written: string): PlacedWord[] {
  const word = evenOut(written)
  return word === '' ? [] : [{ start, end: start + written.length, word }]
}

/** Small letters, one of several ways to write a sign, «е» for «ё», no signs between. */
function evenOut(written: string): string {
  const small = written.normalize('NFKC').toLowerCase().normalize('NFKC').replaceAll('ё', 'е')
  const word = [...small.replaceAll(NO_WORD, '')].slice(0, WORD_LENGTH).join('')
  return /\p{N}/u.test(word) ? [...word].map(latin).join('') : word
}

function latin(sign: string): string {
  return LATIN[CYRILLIC.indexOf(sign)] ?? sign
}

/** What a text is found by: each word as it is and what its forms have in common, each number as a whole. Once each. */
export function tokensOfText(text: string, stem: Stem): readonly string[] {
  const tokens = new Set<string>()
  const looked = text.slice(0, TEXT_LENGTH)
  for (const { word } of placedWords(looked)) {
    tokens.add(word)
    tokens.add(stem(word))
  }
  for (const { word } of placedNumbers(looked)) tokens.add(word)
  tokens.delete('')
  return [...tokens]
}

/** What names and numbers are found by: the same as a text, and their beginnings. */
export function tokensOfHandles(handles: readonly string[], stem: Stem): readonly string[] {
  const tokens = new Set<string>()
  for (const handle of handles) {
    for (const token of tokensOfText(handle, stem)) tokens.add(token)
    for (const { word } of [...placedWords(handle), ...placedNumbers(handle)])
      for (const beginning of beginningsOf(word)) tokens.add(asHandle(beginning))
  }
  return [...tokens]
}

function beginningsOf(word: string): readonly string[] {
  const signs = [...word]
  const lengths = signs.map((_, index) => index + 1).filter((length) => length >= BEGINNING_FROM)
  return lengths.length === 0 ? [word] : lengths.map((length) => signs.slice(0, length).join(''))
}

/** As a word is asked for that is to be the beginning of a name or a number. */
export function asHandle(word: string): string {
  return `${HANDLE_SIGN}${word}`
}
