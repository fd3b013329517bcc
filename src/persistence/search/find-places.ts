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
/** So many the index may bring to be sorted. */
const MOST_SORTED = 6_000
const LATER_LOOK = 60_000

/**
 * PostgreSQL's index knows no order: for a common word it brings a third of all there is, to be sorted. So the newest documents are
 * looked through first, where a common word is found at once, and the index is asked for what is rarer. Which of the two is done is
 * not left to the planner, which in a prepared statement does not know the words.
 */
function findOnPostgresql(client: Client): FindPlaces {
  const lookThrough = async (match: string, before: number, limit: number, documents: number) =>
    toPlaces(
      await client.$queryRaw<Row[]>`SELECT seq::text, source, "ticketId" FROM
          (SELECT * FROM search_documents WHERE seq < ${BigInt(before)} ORDER BY seq DESC LIMIT ${BigInt(documents)}) AS newest
        WHERE ts_match_vq(lexemes, ${match}::tsquery) ORDER BY newest.seq DESC LIMIT ${limit}`,
    )
  const askIndex = async (match: string, before: number) =>
    toPlaces(
      await client.$queryRaw<
        Row[]
      >`WITH found AS MATERIALIZED (SELECT seq, source, "ticketId" FROM search_documents
          WHERE lexemes @@ ${match}::tsquery AND seq < ${BigInt(before)} LIMIT ${MOST_SORTED})
        SELECT seq::text, source, "ticketId" FROM found ORDER BY found.seq DESC`,
    )
  return async (match, before, limit) => {
    const newest = await lookThrough(match, before, limit, FIRST_LOOK)
    if (newest.length === limit) return newest
    const found = await askIndex(match, before)
    if (found.length < MOST_SORTED) return found.slice(0, limit)
    // Common once, and rare by now.
    const later = await lookThrough(match, before, limit, LATER_LOOK)
    if (later.length === limit) return later
    return lookThrough(match, before, limit, Number.MAX_SAFE_INTEGER)
  }
}
