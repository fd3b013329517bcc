export type Language = 'en' | 'ru'

/** The language of a code such as `en-GB`, where the page speaks it. */
export function pageLanguage(code: string | null | undefined): Language | undefined {
  const spoken = code?.slice(0, 2).toLowerCase()
  return spoken === 'en' || spoken === 'ru' ? spoken : undefined
}

/**
 * How dates are written in a language, as Intl takes it: in the browser's own variety of it, such as `en-GB`, where it has one.
 * @param code of a person; one that the page does not speak, or none, gives way to the page's own language
 */
export function localeFor(code: string | undefined, page: Language, browser: readonly string[]): string {
  const wanted = pageLanguage(code) ?? page
  return browser.find((each) => pageLanguage(each) === wanted) ?? wanted
}
