import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SearchMode } from '../../../src/domain/search/search-query.ts'
import { type Database, openDatabase } from '../../../src/persistence/open-database.ts'
import { createSeededRandom } from '../../support/seeded-random.ts'
import { fillDatabase, makeFindable } from '../scale/fill-database.ts'
import { growDesk } from '../scale/grown-desk.ts'
import type { ScaleSize } from '../scale/measure-scale.ts'
import { withSchema } from '../with-schema.ts'
import { createCpuMeter, MEASURED } from './server-cpu.ts'
import { createVocabulary, FORMER, type Vocabulary } from './vocabulary.ts'

export interface SearchFound {
  readonly messages: number
  /** Until what was there is all findable, without the pauses. Seconds. */
  readonly filledIn: number
  /** Processor time of the same. Seconds. */
  readonly filledCpu: number
  readonly kinds: readonly {
    readonly name: string
    /** Ms an answer, sorted. */
    readonly times: readonly number[]
    /** Processor time, ms, sorted. */
    readonly cpuTimes: readonly number[]
    /** Tickets on its page, on average. */
    readonly hits: number
  }[]
}

interface Question {
  readonly typed: string
  readonly mode?: SearchMode
  /** Turned so many pages on first. */
  readonly page?: number
}

const PAGE = 10

/** Asks what agents ask, of a database that has grown for years. @param serverUrl PostgreSQL; null: SQLite in a new folder */
export async function measureSearch(size: ScaleSize, serverUrl: string | null): Promise<SearchFound> {
  if (serverUrl !== null) return withSchema(serverUrl, (url) => measureIn(size, url))
  return measureIn(size, null)
}

async function measureIn(size: ScaleSize, url: string | null): Promise<SearchFound> {
  const dataDir = mkdtempSync(join(tmpdir(), 'desk-search-'))
  const vocabulary = createVocabulary(createSeededRandom(20261128))
  const grown = growDesk(size.tickets, size.messages, new Date())
  const total = grown.tickets.reduce((sum, ticket) => sum + ticket.messages, 0)
  let said = 0
  const say = () => {
    said += 1
    // The tickets' descriptions come first, then their talks.
    return vocabulary.say(said > size.tickets ? (said - size.tickets) / total : said / size.tickets)
  }
  try {
    await fillDatabase({ url, dataDir }, { ...grown, say, nameCustomer: vocabulary.name })
    const { tookS: filledIn, cpuS: filledCpu } = await makeFindable({ url, dataDir })
    const database = await openDatabase({ url: marked(url), dataDir })
    try {
      const kinds: SearchFound['kinds'][number][] = []
      for (const [name, ask] of Object.entries(questions(vocabulary)))
        kinds.push({ name, ...(await measureKind(database, ask, size.samples, url)) })
      return { messages: total, filledIn, filledCpu, kinds }
    } finally {
      await database.close()
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Its connections can be told from others. */
function marked(url: string | null): string | null {
  if (url === null) return null
  const parsed = new URL(url)
  parsed.searchParams.set('application_name', MEASURED)
  return parsed.href
}

/** By how often a word is said: ranks of the vocabulary. */
function questions({ word, name }: Vocabulary): Record<string, (sample: number) => Question> {
  const common = (sample: number) => word(sample % 5)
  const frequent = (sample: number) => word(20 + (sample % 40))
  const middle = (sample: number) => word(150 + (sample % 300))
  const rare = (sample: number) => word(8_000 + ((sample * 37) % 15_000))
  return {
    'a common word': (sample) => ({ typed: common(sample) }),
    'a frequent word': (sample) => ({ typed: frequent(sample) }),
    'a middle word': (sample) => ({ typed: middle(sample) }),
    'a rare word': (sample) => ({ typed: rare(sample) }),
    'a word of former days': () => ({ typed: FORMER }),
    'two common words': (sample) => ({ typed: `${common(sample)} ${common(sample + 1)}` }),
    'a common and a rare one': (sample) => ({ typed: `${common(sample)} ${rare(sample)}` }),
    'two middle words': (sample) => ({ typed: `${middle(sample)} ${middle(sample + 7)}` }),
    'three frequent words': (sample) => ({ typed: [0, 1, 2].map((n) => frequent(sample + n)).join(' ') }),
    'a common beginning': (sample) => ({ typed: common(sample).slice(0, 4), mode: 'prefix' }),
    'a rare beginning': (sample) => ({ typed: rare(sample).slice(0, 7), mode: 'prefix' }),
    'a name': () => ({ typed: name() }),
    'an order': (sample) => ({ typed: `12345678-${String(sample).padStart(4, '0')}` }),
    'the fifth page of a common word': (sample) => ({ typed: common(sample), page: 4 }),
    'the fifth page of a frequent word': (sample) => ({ typed: frequent(sample), page: 4 }),
    'nothing there': (sample) => ({ typed: `небывалое${sample}` }),
  }
}

async function measureKind(
  database: Database,
  ask: (sample: number) => Question,
  samples: number,
  url: string | null,
) {
  const times: number[] = []
  const cpuTimes: number[] = []
  let hits = 0
  let cpuMs = await createCpuMeter(url)
  for (let sample = -5; sample < samples; sample += 1) {
    // All connections are there by now.
    if (sample === 0) cpuMs = await createCpuMeter(url)
    const { typed, mode = 'exact', page = 0 } = ask(Math.abs(sample))
    let before: number | null = null
    for (let turned = 0; turned < page; turned += 1) before = (await look(database, typed, mode, before)).next
    const [begunAt, begunCpu] = [performance.now(), cpuMs()]
    const found = await look(database, typed, mode, before)
    const [tookMs, cpu] = [performance.now() - begunAt, cpuMs() - begunCpu]
    if (sample < 0) continue
    times.push(tookMs)
    cpuTimes.push(cpu)
    hits += found.rows
  }
  const sorted = (values: number[]) => values.sort((one, other) => one - other)
  return { times: sorted(times), cpuTimes: sorted(cpuTimes), hits: hits / samples }
}

/** All that the answer to /find reads. */
async function look(database: Database, typed: string, mode: SearchMode, before: number | null) {
  const { search, overviews } = database.stores
  const scope = { only: null, except: [] }
  const page = await search.find({ typed, mode, scope, before, limit: PAGE })
  const rows = await overviews.byIds(page?.hits.map(({ ticketId }) => ticketId) ?? [])
  return { rows: rows.length, next: page?.next ?? null }
}
