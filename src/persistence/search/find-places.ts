import type { Client, Connection } from '../client.ts'

/** A document that was found. */
export interface FoundPlace {
  readonly seq: number
  readonly source: string
  readonly ticketId: string
}

/** Finds the newest places below `before`; fewer than `limit` are all there are. */
export type FindPlaces = (match: string, before: number, limit: number) => Promise<readonly FoundPlace[]>

export function createFindPlaces({ client, provider }: Pick<Connection, 'client' | 'provider'>): FindPlaces {
  return provider === 'sqlite' ? findOnSqlite(client) : findOnPostgresql(client)
}

type Row = { readonly seq: string; readonly source: string; readonly ticketId: string }

function toPlaces(rows: readonly Row[]): readonly FoundPlace[] {
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }))
}

/** The index itself goes from the newest on, so that a common word costs no more than a rare one. */
function findOnSqlite(client: Client): FindPlaces {
  return async (match, before, limit) =>
    toPlaces(
      await client.$queryRaw<Row[]>`SELECT CAST(found.rowid AS TEXT) AS seq, source, "ticketId"
        FROM search_index AS found JOIN search_documents ON seq = found.rowid
        WHERE found.search_index MATCH ${match} AND found.rowid < ${BigInt(before)}
        ORDER BY found.rowid DESC LIMIT ${limit}`,
    )
}

/** Documents that are looked through one by one before the index is asked. */
const FIRST_LOOK = 1_500
/** So many the index may bring to be sorted; the statements say so, too: a limit that is a value counts as ten rows. */
const MOST_SORTED = 1_000
/** Documents in each part of the table; the migration says so, too. */
const PART = 2 ** 16

/**
 * PostgreSQL's index knows no order: for a common word it brings a third of all there is, to be sorted. So the newest documents are
 * looked through first, where a common word is found at once. Then the index is asked for all there are; where that is too much, part
 * by part, and where even a part has too many, that part is looked through. Which of it is done is not left to the planner, which
 * in a prepared statement does not know the words.
 */
function findOnPostgresql(client: Client): FindPlaces {
  const { lookThrough, askIndex, askPart, parts } = createQuestions(client)
  /** Where a part has many they stand close together; if not at its end, then further on. */
  const lookThroughPart = async (match: string, part: number, before: number, limit: number) => {
    const found: FoundPlace[] = []
    let end = Math.min(before, (part + 1) * PART)
    for (let window = FIRST_LOOK; end > part * PART && found.length < limit; window *= 2) {
      const begin = Math.max(part * PART, end - window)
      const places = await lookThrough(match, end, window, limit - found.length)
      found.push(...places.filter(({ seq }) => seq >= begin))
      end = begin
    }
    return found
  }
  return async (match, before, limit) => {
    const newest = await lookThrough(match, before, FIRST_LOOK, limit)
    if (newest.length === limit) return newest
    const all = await askIndex(match, before)
    if (all.length < MOST_SORTED) return all.slice(0, limit)
    const { first, last } = await parts()
    const found: FoundPlace[] = []
    for (let part = Math.min(last, partOf(before)); part >= first && found.length < limit; part -= 1) {
      const wanted = limit - found.length
      const places = await askPart(match, part, before)
      const isWhole = places.length < MOST_SORTED
      found.push(...(isWhole ? places.slice(0, wanted) : await lookThroughPart(match, part, before, wanted)))
    }
    return found
  }
}

function createQuestions(client: Client) {
  return {
    /** Among the newest `window` documents below `before`. */
    lookThrough: async (match: string, before: number, window: number, limit: number) =>
      toPlaces(
        await client.$queryRaw<Row[]>`SELECT seq::text, source, "ticketId" FROM
            (SELECT * FROM search_documents WHERE seq < ${BigInt(before)} ORDER BY seq DESC LIMIT ${window}) AS newest
          WHERE ts_match_vq(lexemes, ${match}::tsquery) ORDER BY newest.seq DESC LIMIT ${limit}`,
      ),
    // A sum is in no index: the one of places would lead through the whole table.
    askIndex: async (match: string, before: number) =>
      toPlaces(
        await client.$queryRaw<
          Row[]
        >`WITH found AS MATERIALIZED (SELECT seq, source, "ticketId" FROM search_documents
            WHERE lexemes @@ ${match}::tsquery AND seq + 0 < ${BigInt(before)} LIMIT 1000)
          SELECT seq::text, source, "ticketId" FROM found ORDER BY found.seq DESC`,
      ),
    askPart: async (match: string, part: number, before: number) =>
      toPlaces(
        await client.$queryRaw<
          Row[]
        >`WITH found AS MATERIALIZED (SELECT seq, source, "ticketId" FROM search_documents
            WHERE lexemes @@ ${`${match} & '§§${part}'`}::tsquery AND seq + 0 < ${BigInt(before)} LIMIT 1000)
          SELECT seq::text, source, "ticketId" FROM found ORDER BY found.seq DESC`,
      ),
    parts: async () => {
      const [ends] = await client.$queryRaw<{ first: string; last: string }[]>`SELECT
        coalesce(min(seq), 0)::text AS first, coalesce(max(seq), 0)::text AS last FROM search_documents`
      return { first: partOf(Number(ends?.first)), last: partOf(Number(ends?.last)) }
    },
  }
}

function partOf(seq: number): number {
  return Math.floor(seq / PART)
}
