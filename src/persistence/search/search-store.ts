import type { SearchHit, SearchStore } from '../../app/search-ports.ts'
import type { MessageContent } from '../../domain/message-content.ts'
import { foundIn, matches, readQuery, type SearchQuery } from '../../domain/search/search-query.ts'
import type { Client, Connection } from '../client.ts'
import { createFindPlaces, type FindPlaces, type FoundPlace } from './find-places.ts'
import type { Question } from './match-strings.ts'
import {
  readSource,
  SOURCE_KINDS,
  type SourceKind,
  textOfAttachment,
  textOfContent,
} from './search-document.ts'
import { stemWord } from './stem-word.ts'

/** Places asked for at first, for each ticket wanted: some have several. Each further time twice as many. */
const PLACES_EACH = 2
/** So often, for one page: a talk of hundreds of messages may say the same again and again. */
const MOST_ROUNDS = 7

export function createSearchStore(connection: Pick<Connection, 'client' | 'provider'>): SearchStore {
  const { client } = connection
  const findPlaces = createFindPlaces(connection)
  return {
    async find({ typed, mode, scope, before, limit }) {
      const query = readQuery(typed, mode, stemWord)
      if (query === null) return null
      if (scope.only?.length === 0) return { hits: [], next: null }
      const isNew = (places: readonly FoundPlace[]) =>
        before === null ? places : withoutShown(client, query, places, before)
      const { places, next } = await gather(findPlaces, { query, scope }, before, limit, isNew)
      return { hits: await readHits(client, query, places), next }
    },
  }
}

type OnlyNew = (places: readonly FoundPlace[]) => Promise<readonly FoundPlace[]> | readonly FoundPlace[]

/** The newest place of each of `limit` tickets, and where to go on. */
async function gather(
  findPlaces: FindPlaces,
  question: Question,
  before: number | null,
  limit: number,
  onlyNew: OnlyNew,
): Promise<{ readonly places: readonly FoundPlace[]; readonly next: number | null }> {
  const known = new Set<string>()
  const gathered: FoundPlace[] = []
  let from = before ?? Number.MAX_SAFE_INTEGER
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const wanted = (limit + 1) * PLACES_EACH * 2 ** round
    const places = await findPlaces(question, from, wanted)
    const first = places.filter(({ ticketId }, index) => {
      const isFirst = places.findIndex((one) => one.ticketId === ticketId) === index
      return isFirst && !known.has(ticketId)
    })
    for (const { ticketId } of first) known.add(ticketId)
    gathered.push(...(await onlyNew(first)))
    const extra = gathered[limit]
    if (extra !== undefined) return { places: gathered.slice(0, limit), next: extra.seq + 1 }
    const last = places.at(-1)
    if (last === undefined || places.length < wanted) return { places: gathered, next: null }
    from = last.seq
  }
  return { places: gathered, next: from }
}

/** Without tickets that an earlier page has shown, for a newer place. */
async function withoutShown(
  client: Client,
  query: SearchQuery,
  places: readonly FoundPlace[],
  before: number,
): Promise<readonly FoundPlace[]> {
  const shown = new Set<string>()
  for (const { ticketId } of places) {
    const newer = await client.$queryRaw<
      { words: string; handles: string }[]
    >`SELECT words, handles FROM search_documents WHERE "ticketId" = ${ticketId} AND seq >= ${BigInt(before)}`
    if (newer.some(({ words, handles }) => matches(query, `${words} ${handles}`.split(' '))))
      shown.add(ticketId)
  }
  return places.filter(({ ticketId }) => !shown.has(ticketId))
}

/** What was said there, as people wrote it. */
async function readHits(
  client: Client,
  query: SearchQuery,
  places: readonly FoundPlace[],
): Promise<readonly SearchHit[]> {
  const sources = places.map(({ source }) => readSource(source))
  const texts = new Map<string, Text>()
  await Promise.all(
    SOURCE_KINDS.map(async (kind) => {
      const ids = sources.filter((source) => source.kind === kind).map(({ id }) => id)
      const read = ids.length === 0 ? [] : await READERS[kind](client, ids)
      for (const text of read) texts.set(text.id, text)
    }),
  )
  return places.map(({ ticketId }, index) => {
    const { text = '', isNote = false } = texts.get(sources[index]?.id ?? '') ?? {}
    return { ticketId, text, found: foundIn(query, text, stemWord), isNote }
  })
}

interface Text {
  readonly id: string
  readonly text: string
  readonly isNote?: boolean
}

const READERS: Readonly<Record<SourceKind, (client: Client, ids: string[]) => Promise<readonly Text[]>>> = {
  async message(client, ids) {
    const select = { id: true, content: true, author: true }
    const rows = await client.ticketMessage.findMany({ where: { id: { in: ids } }, select })
    return rows.map(({ id, content, author }) => {
      const text = textOfContent(JSON.parse(content) as MessageContent)
      return { id, text, isNote: author === 'note' }
    })
  },
  async ticket(client, ids) {
    const select = { id: true, description: true }
    const rows = await client.ticket.findMany({ where: { id: { in: ids } }, select })
    return rows.map(({ id, description }) => ({ id, text: description }))
  },
  async attachment(client, ids) {
    const select = { id: true, caption: true, fileName: true }
    const rows = await client.attachment.findMany({ where: { id: { in: ids } }, select })
    return rows.map((row) => ({ id: row.id, text: textOfAttachment(row) }))
  },
}
