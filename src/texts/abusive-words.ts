import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity'
import { flatWords } from 'russian-bad-words'

const english = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers })
/** The list names kinds of words, too: «noun». */
const russian = new Set(flatWords.filter((word) => /^[а-яё]+$/.test(word)).map(evenOut))

/** Whether a text in Russian or English holds words that hurt, by lists that others keep. */
export function isAbusive(text: string): boolean {
  const words = text.toLowerCase().match(/[а-яё]+/gu) ?? []
  return words.some((word) => russian.has(evenOut(word))) || english.hasMatch(text)
}

/** Most people write «е» for «ё». */
function evenOut(word: string): string {
  return word.replaceAll('ё', 'е')
}
