import type { Macro } from './catalog.ts'

/** Ready answers, with places that are filled in for each ticket. */

export const PLACEHOLDERS = ['name', 'number', 'order', 'promised', 'agent'] as const
export type Placeholder = (typeof PLACEHOLDERS)[number]

/** In characters. */
export const MACRO_MAX = 1_500
export const MACRO_NAME_MAX = 32
/** Of an agent's own. */
export const MACROS_MAX = 50
/** With everything filled in it has to fit into one message, with a header above it. */
export const FILLED_MAX = 3_500

const PLACE = /\{\s*([\p{L}\p{N}_-]{1,32})\s*\}/gu

/** What stands in braces and is no placeholder, each once. */
export function unknownPlaceholders(text: string): readonly string[] {
  const names = [...text.matchAll(PLACE)].flatMap(([, name = '']) => (isPlaceholder(name) ? [] : [name]))
  return [...new Set(names)]
}

/** The answer with its places filled in; what a value holds in braces is left as it is. */
export function fillMacro(text: string, values: Readonly<Record<Placeholder, string>>): string {
  return text.replaceAll(PLACE, (place, name: string) => (isPlaceholder(name) ? values[name] : place))
}

/** The owner's ready answers for a category: those made for it, then those for all. */
export function macrosFor(macros: readonly Macro[], categoryId: string): readonly Macro[] {
  const own = macros.filter(({ categories }) => categories?.includes(categoryId))
  return [...own, ...macros.filter(({ categories }) => categories === undefined)]
}

function isPlaceholder(name: string): name is Placeholder {
  return (PLACEHOLDERS as readonly string[]).includes(name)
}

/** A name by which an agent calls up a ready answer: one word; null: it can't be one. */
export function readMacroName(typed: string): string | null {
  const name = typed.trim()
  const isName = /^[\p{L}\p{N}_-]+$/u.test(name) && [...name].length <= MACRO_NAME_MAX
  return isName ? name : null
}
