import { z } from 'zod'
import { COUNTRIES, FACTS, ORDER_QUESTIONS } from '../domain/catalog.ts'
import { MACRO_MAX } from '../domain/macro.ts'
import { LANGUAGES, type Language } from '../domain/people.ts'
import { PRIORITIES } from '../domain/ticket.ts'
import { DAYS_MEND, listOfDays } from './catalog-days.ts'
import { HOURS_MEND, openingLine, WEEK_MEND, weekLine } from './catalog-hours.ts'
import { SLA_MENDS, slaSettings } from './catalog-sla.ts'

/** The form of a catalogue. What concerns several of its lines at once is in catalog-rules.ts. */

/** A phone cuts what is longer on a button. In characters. */
const TITLE_LENGTH = 40
const HINT_LENGTH = 500
const EXAMPLE_LENGTH = 40
/** With the question and a note it has to fit into one message. */
const ANSWER_LENGTH = 1500
/** More rows than that nobody reads; Telegram itself takes 100 buttons. */
const LIST_LENGTH = 30

const NO_GROUP = "is not a group's id"

const id = z.string().regex(/^[a-z0-9-]{1,16}$/, { error: 'is not written as ids are' })

const webAddress = z.url({ protocol: /^https?$/, hostname: z.regexes.domain, error: 'is not a web address' })

const answer = z.strictObject({
  text: inEveryLanguage(ANSWER_LENGTH),
  link: z.exactOptional(webAddress),
  picture: z.exactOptional(webAddress),
})

const problem = z.strictObject({
  id,
  title: inEveryLanguage(TITLE_LENGTH),
  order: z.enum(ORDER_QUESTIONS),
  priority: z.enum(PRIORITIES),
  hint: z.exactOptional(inEveryLanguage(HINT_LENGTH)),
  facts: z.exactOptional(listOf(z.enum(FACTS))),
  answer: z.exactOptional(answer),
})

const category = z.strictObject({
  id,
  title: inEveryLanguage(TITLE_LENGTH),
  urgentAllowed: z.boolean(),
  staffGroup: z.exactOptional(z.int({ error: NO_GROUP }).negative({ error: NO_GROUP })),
  problems: listOf(problem),
})

const contact = z
  .strictObject({
    title: inEveryLanguage(TITLE_LENGTH),
    about: z.exactOptional(inEveryLanguage(HINT_LENGTH)),
    phone: z.exactOptional(z.string().regex(/^\+?[\d() -]{3,24}$/, { error: 'is not a phone number' })),
    link: z.exactOptional(webAddress),
    hours: z.exactOptional(listOf(openingLine)),
  })
  .refine(({ phone, link }) => (phone === undefined) !== (link === undefined), {
    error: 'needs a phone or a link, one of the two',
  })

const calendar = z.strictObject({
  country: z.exactOptional(z.enum(COUNTRIES)),
  week: z.exactOptional(weekLine),
  closed: z.exactOptional(listOfDays),
  open: z.exactOptional(listOfDays),
})

const macro = z.strictObject({
  id,
  title: inEveryLanguage(TITLE_LENGTH),
  text: inEveryLanguage(MACRO_MAX),
  categories: z.exactOptional(listOf(id)),
})

export const catalogSchema = z.strictObject({
  hours: z.exactOptional(listOf(openingLine)),
  contacts: z.exactOptional(listOf(contact)),
  calendar: z.exactOptional(calendar),
  sla: z.exactOptional(slaSettings),
  macros: z.exactOptional(listOf(macro)),
  orderNumber: z.strictObject({
    patterns: listOf(z.string().refine(isPattern, { error: 'is not a pattern that can be used' })),
    example: phrase(EXAMPLE_LENGTH),
  }),
  categories: listOf(category),
})

function listOf<Item extends z.ZodType>(item: Item) {
  return z
    .array(item)
    .min(1, { error: 'is empty' })
    .max(LIST_LENGTH, { error: `has more than ${LIST_LENGTH} entries` })
}

function inEveryLanguage(maxLength: number) {
  return z.strictObject({ ru: phrase(maxLength), en: phrase(maxLength) } satisfies Record<
    Language,
    z.ZodType
  >)
}

function phrase(maxLength: number) {
  return z
    .string()
    .trim()
    .min(1, { error: 'is empty' })
    .refine((text) => [...text].length <= maxLength, { error: `is longer than ${maxLength} characters` })
}

export function isPattern(source: string): boolean {
  try {
    new RegExp(`^(?:${source})$`, 'u')
    return source !== ''
  } catch {
    return false
  }
}

/** What is wrong where the schema itself names no words for it. */
export function wrongForm(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined) return 'is missing'
  if (issue.input === null) return 'is empty'
  if (issue.code === 'invalid_value') return 'is not a word that is known here'
  if (issue.code === 'unrecognized_keys' || issue.code === 'invalid_key') return 'is not known here'
  if (issue.code === 'invalid_type') return `is not ${FORMS[issue.expected] ?? issue.expected}`
  return undefined
}

const FORMS: Readonly<Record<string, string>> = {
  string: 'a text',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of names and values',
}

const BOTH_LANGUAGES = `write ${LANGUAGES.map((language) => `${language}:`).join(' and ')} under it, each with a text`
const A_TEXT = 'write a short text, in quotes if it holds a colon, a comma or only digits'

/** What to write instead, by the name of the field. */
export const MENDS: Readonly<Record<string, string>> = {
  id: 'write 1 to 16 small letters a-z, digits and "-"',
  title: `${BOTH_LANGUAGES} of at most ${TITLE_LENGTH} characters`,
  hint: `${BOTH_LANGUAGES} of at most ${HINT_LENGTH} characters, or leave the hint out`,
  facts: `list what helps, each of ${FACTS.join(', ')}, or leave it out`,
  answer: 'write text: under it, and link: or picture: if you like, or leave the answer out',
  text: `${BOTH_LANGUAGES} of at most ${ANSWER_LENGTH} characters`,
  link: 'write a whole web address like https://shop.example/help, or leave the link out',
  picture: 'write the whole web address of a picture, or leave it out',
  macros:
    'list under it what each is: id:, title: and text:, and categories: if it is not for all, or leave it out',
  'macros.categories': 'list ids of categories of this file, each after a "-", or leave it out',
  contacts: 'write title: and then phone: or link: under each entry; about: and hours: may be left out',
  about: `${BOTH_LANGUAGES} of at most ${HINT_LENGTH} characters, or leave it out`,
  phone: "write digits, spaces, brackets and dashes, in quotes, like '+7 800 555-35-35'",
  hours: HOURS_MEND,
  calendar: 'write country:, week:, closed: or open: under it, or leave it out: Russian holidays then count',
  country: `write one of ${COUNTRIES.join(', ')}, or leave it out`,
  week: WEEK_MEND,
  closed: DAYS_MEND,
  open: DAYS_MEND,
  ...SLA_MENDS,
  ru: A_TEXT,
  en: A_TEXT,
  order: `write one of ${ORDER_QUESTIONS.join(', ')}`,
  priority: `write one of ${PRIORITIES.join(', ')}`,
  urgentAllowed: 'write true or false',
  staffGroup:
    "write the group's id without quotes, a negative number like -1001234567890, or leave it out: the tickets then go to STAFF_CHAT_ID",
  problems: `list 1 to ${LIST_LENGTH} problems under it, each beginning with "- id:"`,
  categories: `list 1 to ${LIST_LENGTH} categories under it, each beginning with "- id:"`,
  orderNumber: 'write patterns: and example: under it',
  patterns: "list at least one regular expression under it, in single quotes, like - '\\d{8,12}'",
  example: `write an order number that fits a pattern, in quotes, at most ${EXAMPLE_LENGTH} characters`,
}
