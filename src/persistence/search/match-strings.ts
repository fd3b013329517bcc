import type { SearchQuery, SearchToken } from '../../domain/search/search-query.ts'
import type { Provider } from '../client.ts'

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

/** https://www.postgresql.org/docs/current/datatype-textsearch.html#DATATYPE-TSQUERY */
const TSQUERY: Language = {
  and: ' & ',
  or: ' | ',
  token: ({ text, isPrefix }) => `'${text}'${isPrefix ? ':*' : ''}`,
  except: (asked, without) => `${asked} & !${without}`,
}

/** The question as the database understands it, about tickets of these categories alone. */
export function matchString(
  provider: Provider,
  query: SearchQuery,
  scope: { readonly only: readonly string[] | null; readonly except: readonly string[] },
): string {
  const language = provider === 'sqlite' ? FTS5 : TSQUERY
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
