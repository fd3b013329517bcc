import { LANGUAGES, type Language } from '../domain/people.ts'

/** The language of ours that a client's IETF tag means, e.g. `en` for `en-GB`. */
export function pickLanguage(languageCode: string | undefined, otherwise: Language): Language {
  const primary = languageCode?.toLowerCase().split('-')[0]
  return LANGUAGES.find((language) => language === primary) ?? otherwise
}
