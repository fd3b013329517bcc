/** Words as people use them: a few all the time, most hardly ever. https://en.wikipedia.org/wiki/Zipf%27s_law */

const SIZE = 30_000
const FIRST = ['ба', 'во', 'ги', 'де', 'жу', 'за', 'ку', 'ле', 'мо', 'ни', 'по', 'ра', 'си', 'ту', 'фо', 'хи']
const LATER = ['лка', 'рты', 'нов', 'сто', 'вид', 'мен', 'кол', 'рук', 'дом', 'лен', 'тор', 'пис', 'шар']
const LAST = ['к', 'р', 'л', 'т', 'н', 'м', 'с', 'в', 'д', 'п', 'г', 'б', 'ж', 'з', 'ф']
const ENDINGS = ['', '', '', 'а', 'у', 'ом', 'ы', 'е']

/** What was in every seventh message for the first half of the time, and then in none. */
export const FORMER = 'боксберри'

export interface Vocabulary {
  /** The word of a rank, from 0: the more common the smaller. */
  word(rank: number): string
  /** One message. @param age from 0, the first message, to 1, the last one */
  say(age: number): string
  name(): string
}

export function createVocabulary(random: () => number): Vocabulary {
  const words = Array.from({ length: SIZE }, (_, rank) => makeWord(rank))
  const shares: number[] = []
  let sum = 0
  for (let rank = 0; rank < SIZE; rank += 1) {
    sum += 1 / (rank + 2)
    shares.push(sum)
  }
  const pick = () => words[placeOf(shares, random() * sum)] ?? ''
  const inflected = () => pick() + (ENDINGS[Math.floor(random() * ENDINGS.length)] ?? '')
  const say = (age: number) => {
    const said = Array.from({ length: 4 + Math.floor(random() * 22) }, inflected)
    if (age < 0.5 && random() < 1 / 7) said.push(FORMER)
    return said.join(' ')
  }
  const name = () => {
    const word = words[Math.floor(random() ** 2 * SIZE)] ?? ''
    return `${word[0]?.toUpperCase()}${word.slice(1)}ов`
  }
  return { word: (rank) => words[rank] ?? '', say, name }
}

function makeWord(rank: number): string {
  const letter = (from: readonly string[], part: number) => from[Math.floor(rank / part) % from.length] ?? ''
  const tail = rank < 3_120 ? '' : letter(LAST, 16 * 13 * 15)
  return letter(FIRST, 1) + letter(LATER, 16) + letter(LAST, 16 * 13) + (tail === '' ? '' : `ов${tail}`)
}

function placeOf(sums: readonly number[], wanted: number): number {
  let [low, high] = [0, sums.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sums[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
