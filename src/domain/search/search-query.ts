import { asHandle, placedNumbers, placedWords, type Stem } from './search-words.ts'

/** What an agent looks for: every term must be there, in any of its ways. */
export interface SearchQuery {
  readonly terms: readonly SearchTerm[]
}

export interface SearchTerm {
  /** Ways to find it; in each of them all tokens must be there. */
  readonly ways: readonly (readonly SearchToken[])[]
}

export interface SearchToken {
  readonly text: string
  /** Any word that begins like this will do. */
  readonly isPrefix: boolean
}

/** A piece of a text, in UTF-16 code units. */
export interface FoundRange {
  readonly start: number
  readonly end: number
}

/** More words narrow nothing down any more. */
const MOST_TERMS = 8
/** So many letters say enough to look for whatever begins like this. */
const PREFIX_FROM = 3

/** `exact`: words in any of their forms. `prefix`: the last one may be the beginning of a word. */
export type SearchMode = 'exact' | 'prefix'

/** Reads what was typed after /find; null: there is no word in it. `слово*` always asks for whatever begins like this. */
export function readQuery(typed: string, mode: SearchMode, stem: Stem): SearchQuery | null {
  const chunks = typed
    .split(/\s+/u)
    .filter((chunk) => placedWords(chunk).length > 0)
    .slice(0, MOST_TERMS)
  const terms = chunks.flatMap((chunk, index) => {
    const isOpen = (mode === 'prefix' && index === chunks.length - 1) || chunk.endsWith('*')
    return termsOf(chunk, isOpen, stem)
  })
  return terms.length === 0 ? null : { terms }
}

/** A number with signs in it is one term, its parts will do as well; anything else is as many terms as it has words. */
function termsOf(chunk: string, isOpen: boolean, stem: Stem): readonly SearchTerm[] {
  const words = placedWords(chunk).map(({ word }) => word)
  const [number] = placedNumbers(chunk)
  if (number !== undefined && words.length > 1) {
    const parts = words.map(exactly)
    const whole = [[exactly(number.word)], [exactly(asHandle(number.word))], parts]
    return [{ ways: isOpen ? [...whole, [{ text: number.word, isPrefix: true }]] : whole }]
  }
  return words.map((word, index) => wordTerm(word, isOpen && index === words.length - 1, stem))
}

function wordTerm(word: string, isOpen: boolean, stem: Stem): SearchTerm {
  const ways = [[exactly(word)], [exactly(asHandle(word))]]
  const common = stem(word)
  if (common !== word && common !== '') ways.unshift([exactly(common)])
  if (isOpen && [...word].length >= PREFIX_FROM) ways.push([{ text: word, isPrefix: true }])
  return { ways }
}

function exactly(text: string): SearchToken {
  return { text, isPrefix: false }
}

/** Whether what has these tokens is what is looked for. */
export function matches(query: SearchQuery, tokens: readonly string[]): boolean {
  const known = new Set(tokens)
  const has = ({ text, isPrefix }: SearchToken) =>
    known.has(text) || (isPrefix && tokens.some((token) => token.startsWith(text)))
  return query.terms.every(({ ways }) => ways.some((way) => way.every(has)))
}

/** Where a text holds what is looked for, in its order, without overlaps. */
export function foundIn(query: SearchQuery, text: string, stem: Stem): readonly FoundRange[] {
  const tokens = query.terms.flatMap(({ ways }) => ways.flat())
  const exact = new Set(tokens.filter(({ isPrefix }) => !isPrefix).map((token) => token.text))
  const prefixes = tokens.filter(({ isPrefix }) => isPrefix).map((token) => token.text)
  const isFound = (word: string) =>
    exact.has(word) || exact.has(stem(word)) || prefixes.some((prefix) => word.startsWith(prefix))
  const found = [...placedNumbers(text), ...placedWords(text)].filter(({ word }) => isFound(word))
  const ranges: FoundRange[] = []
  for (const { start, end } of found.sort((one, other) => one.start - other.start || other.end - one.end)) {
    const last = ranges.at(-1)
    if (last === undefined || start >= last.end) ranges.push({ start, end })
  }
  return ranges
}
