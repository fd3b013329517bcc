import { z } from 'zod'
import { PLACEHOLDERS, unknownPlaceholders } from '../domain/macro.ts'
import { LANGUAGES } from '../domain/people.ts'
import type { BrokenRule } from './catalog-rules.ts'

/** The rules of ready answers that the form of a catalogue does not tell. */

const outline = z.object({
  categories: z.array(z.object({ id: z.string().catch('') }).catch({ id: '' })).catch([]),
  macros: z
    .array(
      z
        .object({
          id: z.string().catch(''),
          text: z.record(z.string(), z.unknown()).catch({}),
          categories: z.array(z.unknown()).catch([]),
        })
        .catch({ id: '', text: {}, categories: [] }),
    )
    .catch([]),
})
type MacroOutline = z.infer<typeof outline>['macros'][number]

/** What is wrong with the ready answers, however wrong the rest is. */
export function brokenMacros(data: unknown): BrokenRule[] {
  const parsed = outline.safeParse(data)
  if (!parsed.success) return []
  const { categories, macros } = parsed.data
  const known = categories.map(({ id }) => id)
  return macros.flatMap((macro, index) => [
    ...unknownPlaces(macro, index),
    ...unknownCategories(macro, index, known),
  ])
}

function unknownPlaces({ text }: MacroOutline, index: number): BrokenRule[] {
  return LANGUAGES.flatMap((language) => {
    const words = text[language]
    const unknown = typeof words === 'string' ? unknownPlaceholders(words) : []
    return unknown.map((name) => ({
      path: ['macros', index, 'text', language],
      problem: `nothing is known to fill in for {${name}}`,
      mend: `write one of ${PLACEHOLDERS.map((place) => `{${place}}`).join(', ')}, or take the braces out`,
    }))
  })
}

function unknownCategories({ categories }: MacroOutline, index: number, known: readonly string[]) {
  return categories.flatMap((id, place): BrokenRule[] =>
    typeof id !== 'string' || known.includes(id)
      ? []
      : [
          {
            path: ['macros', index, 'categories', place],
            problem: `there is no category "${id}"`,
            mend: 'write the id of a category of this file, or take the line out',
          },
        ],
  )
}
