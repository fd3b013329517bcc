import { stemmer as stemEnglish } from '@orama/stemmers/english'
import { stemmer as stemRussian } from '@orama/stemmers/russian'

/** What the forms of a word have in common, by its script. https://snowballstem.org/algorithms/russian/stemmer.html */
export function stemWord(word: string): string {
  if (/^\p{Script=Cyrillic}+$/u.test(word)) return stemRussian(word)
  return /^[a-z]+$/.test(word) ? stemEnglish(word) : word
}
