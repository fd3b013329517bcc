/** What stands after a number; which forms are needed depends on the language. */
export interface PluralForms {
  one: string
  few?: string
  many?: string
  other: string
}

/** Counts in one language: `count(3, { one: 'call', other: 'calls' })` is "3 calls". */
export function counting(locale: string): (n: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(locale)
  const numbers = new Intl.NumberFormat(locale)
  return (n, forms) => {
    const category = rules.select(n) as keyof PluralForms
    return `${numbers.format(n)} ${forms[category] ?? forms.other}`
  }
}
