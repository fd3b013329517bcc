import type { SearchQuery, SearchToken } from '../../domain/search/search-query.ts'

/** A question about tickets of these categories alone. */
export interface Question {
  readonly query: SearchQuery
  readonly scope: { readonly only: readonly string[] | null; readonly except: readonly string[] }
}

/** What one database calls a question. Tokens hold no quotes: they are letters and digits, see evenOut. */
interface Language {
  readonly and: string
  readonly or: string
  token(token: SearchToken): string
  /** The first, without what the second finds. */
  except(asked: string, without: string): string
}

/** https://www.sqlite.org/fts5.html#full_text_query_syntax */
const FTS5: Language = {
  and: ' AND ',
  or: ' OR ',
  token: ({ text, isPrefix }) => `"${text}"${isPrefix ? ' *' : ''}`,
  except: (asked, without) => `${asked} NOT ${without}`,
}

/** Of a part of the table, with which its lexemes begin. https://www.postgresql.org/docs/current/datatype-textsearch.html#DATATYPE-TSQUERY */
const tsqueryOf = (part: number): Language => ({
  and: ' & ',
  or: ' | ',
  token: ({ text, isPrefix }) => `'${part}§${text}'${isPrefix ? ':*' : ''}`,
  except: (asked, without) => `${asked} & !${without}`,
})

/** The question as SQLite understands it. */
export function fts5Of(question: Question): string {
  return matchString(FTS5, question)
}

/** The question as PostgreSQL understands it, about some parts of its table. */
export function tsqueryOfParts(question: Question, parts: readonly number[]): string {
  return parts.map((part) => `(${matchString(tsqueryOf(part), question)})`).join(' | ')
}

function matchString(language: Language, { query, scope }: Question): string {
  const { and, or } = language
  const ofCategories = (ids: readonly string[]) =>
    `(${ids.map((id) => language.token({ text: `§${id}`, isPrefix: false })).join(or)})`
  const terms = query.terms.map(({ ways }) => {
    const all = ways.map((way) => way.map(language.token).join(and))
    return `(${all.map((way) => (all.length > 1 ? `(${way})` : way)).join(or)})`
  })
  const asked = `(${[...terms, ...(scope.only === null ? [] : [ofCategories(scope.only)])].join(and)})`
  return scope.except.length === 0 ? asked : language.except(asked, ofCategories(scope.except))
}
