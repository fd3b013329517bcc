import { raw } from '@prisma/client/runtime/client'
import type { Client, Connection } from '../client.ts'
import { fts5Of, type Question, tsqueryOfParts } from './match-strings.ts'

/** A document that was found. */
export interface FoundPlace {
  readonly seq: number
  readonly source: string
  readonly ticketId: string
}

/** Finds the newest places below `before`; fewer than `limit` are all there are. */
export type FindPlaces = (question: Question, before: number, limit: number) => Promise<readonly FoundPlace[]>

export function createFindPlaces({ client, provider }: Pick<Connection, 'client' | 'provider'>): FindPlaces {
  return provider === 'sqlite' ? findOnSqlite(client) : findOnPostgresql(client)
}

type Row = { readonly seq: string; readonly source: string; readonly ticketId: string }

function toPlaces(rows: readonly Row[]): readonly FoundPlace[] {
  return rows.map(({ seq, source, ticketId }) => ({ seq: Number(seq), source, ticketId }))
}

/** The index itself goes from the newest on, so that a common word costs no more than a rare one. */
function findOnSqlite(client: Client): FindPlaces {
  return async (question, before, limit) =>
    toPlaces(
      await client.$queryRaw<Row[]>`SELECT CAST(found.rowid AS TEXT) AS seq, source, "ticketId"
        FROM search_index AS found JOIN search_documents ON seq = found.rowid
        WHERE found.search_index MATCH ${fts5Of(question)} AND found.rowid < ${BigInt(before)}
        ORDER BY found.rowid DESC LIMIT ${limit}`,
    )
}

/** Documents that are looked through one by one before the index is asked. */
const FIRST_LOOK = 1_500
/** So many the index may bring to be sorted: of several parts together, and of one alone. */
const MOST_SORTED = { together: 300, alone: 4_000 } as const
/** Documents in each part of the table; the migration says so, too. */
const PART = 2 ** 16
/** Parts that are asked at once: for a word that is common in all of them the index brings them all. */
const MOST_PARTS = 4

/**
 * PostgreSQL's index knows no order: for a common word it brings a third of all there is, to be sorted. So the newest documents are
 * looked through first, where a common word is found at once. Then the index is asked, of the newest part, of the next, of two, of
 * four and of four again; where some have too many, of each for itself, and a part that has too many is looked through. Which of it is done
 * is not left to the planner, which in a prepared statement does not know the words.
 */
function findOnPostgresql(client: Client): FindPlaces {
  return async (question, before, limit) => {
    const { first, last } = await partsOf(client)
    const top = Math.min(last, partOf(before - 1))
    const within = { client, question, before }
    const newest = await lookThrough(within, top, limit, FIRST_LOOK)
    if (newest.length >= limit) return newest
    const found: FoundPlace[] = []
    for (let part = top, size = 1; part >= first && found.length < limit; ) {
      const parts = Array.from({ length: Math.min(size, part - first + 1) }, (_, index) => part - index)
      found.push(...(await findInParts(within, parts, limit - found.length)))
      part -= parts.length
      size = Math.min(Math.max(1, top - part), MOST_PARTS)
    }
    return found
  }
}

interface Within {
  readonly client: Client
  readonly question: Question
  readonly before: number
}

async function findInParts(
  within: Within,
  parts: readonly number[],
  limit: number,
): Promise<readonly FoundPlace[]> {
  const together = await askIndex(within, parts, limit, MOST_SORTED.together)
  if (together.areAll) return together.places
  const [only, ...others] = parts
  if (only !== undefined && others.length === 0) {
    const alone = await askIndex(within, parts, limit, MOST_SORTED.alone)
    return alone.areAll ? alone.places : lookThrough(within, only, limit)
  }
  const found: FoundPlace[] = []
  for (const part of parts) {
    if (found.length < limit) found.push(...(await findInParts(within, [part], limit - found.length)))
  }
  return found
}

/**
 * The newest of the parts; `areAll`: the index brought all there are. A sum is in no index: the one of places would lead through the
 * whole table. A limit that is a value would be taken for ten rows.
 */
async function askIndex(
  { client, question, before }: Within,
  parts: readonly number[],
  limit: number,
  most: number,
): Promise<{ readonly places: readonly FoundPlace[]; readonly areAll: boolean }> {
  const match = tsqueryOfParts(question, parts)
  const rows = await client.$queryRaw<(Row & { readonly among: number })[]>`
    WITH found AS MATERIALIZED (SELECT seq, source, "ticketId" FROM search_documents
      WHERE lexemes @@ ${match}::tsquery AND seq + 0 < ${BigInt(before)} LIMIT ${raw(String(most))})
    SELECT seq::text, source, "ticketId", (SELECT count(*)::int FROM found) AS among
      FROM found ORDER BY found.seq DESC LIMIT ${limit}`
  return { places: toPlaces(rows), areAll: (rows[0]?.among ?? 0) < most }
}

/** Goes through a part from its newest document on, in windows twice as large each time; `most`: only through so many documents. */
async function lookThrough(
  { client, question, before }: Within,
  part: number,
  limit: number,
  most = PART,
): Promise<readonly FoundPlace[]> {
  const match = tsqueryOfParts(question, [part])
  const begin = part * PART
  const found: FoundPlace[] = []
  let end = Math.min(before, begin + PART)
  for (let window = FIRST_LOOK; end > begin && window <= most && found.length < limit; window *= 2) {
    const rows = await client.$queryRaw<Row[]>`SELECT seq::text, source, "ticketId" FROM
        (SELECT * FROM search_documents WHERE seq >= ${BigInt(Math.max(begin, end - window))} AND seq < ${BigInt(end)}) AS newest
      WHERE ts_match_vq(lexemes, ${match}::tsquery) ORDER BY newest.seq DESC LIMIT ${limit - found.length}`
    found.push(...toPlaces(rows))
    end -= window
  }
  return found
}

async function partsOf(client: Client): Promise<{ readonly first: number; readonly last: number }> {
  const [ends] = await client.$queryRaw<{ first: string; last: string }[]>`SELECT
    coalesce(min(seq), 0)::text AS first, coalesce(max(seq), 0)::text AS last FROM search_documents`
  return { first: partOf(Number(ends?.first)), last: partOf(Number(ends?.last)) }
}

function partOf(seq: number): number {
  return Math.floor(seq / PART)
}
