import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import BetterSqlite3 from 'better-sqlite3'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { dueSoon, QUEUE_FILTERS } from '../../src/domain/queue.ts'
import { slaRulesOf } from '../../src/domain/sla-rules.ts'
import type { Client, Provider } from '../../src/persistence/client.ts'
import { createInboxStore } from '../../src/persistence/inbox-store.ts'
import { type DatabaseLocation, openDatabase } from '../../src/persistence/open-database.ts'
import { createOutboxStore } from '../../src/persistence/outbox-store.ts'
import { fillSearch } from '../../src/persistence/search/fill-search.ts'
import { createSqliteAdapter } from '../../src/persistence/sqlite-adapter.ts'
import { createReaders, createStores } from '../../src/persistence/stores/create-stores.ts'
import { createReadOnlyBatch } from '../../src/persistence/write-batch.ts'
import { describeOnEachDatabase, placeTestDatabase } from '../support/database.ts'
import { CALENDARS } from '../support/sla-words.ts'

/** More than the first look at the inbox takes, so that the second is taken too. */
const BACKLOG = 250
const NOW = new Date('2026-11-24T12:00:00Z')

describeOnEachDatabase('however much is stored', (provider) => {
  test('every question is led by an index: no table is read through', async () => {
    const location = await placeTestDatabase(provider)
    await (await openDatabase(location)).close()
    const { client, asked } = await listen(location)
    await askEverything(client, provider)
    const plans = await explain(location, [...asked])
    expect(plans.length).toBeGreaterThan(30)
    const readThrough = plans.filter(({ plan }) => /SCAN main\.|Seq Scan/.test(plan))
    expect(readThrough).toEqual([])
  })
})

/** A client like the desk's own that tells what it asks the database. */
async function listen(location: DatabaseLocation): Promise<{ client: Client; asked: ReadonlySet<string> }> {
  const asked = new Set<string>()
  const log = [{ emit: 'event' as const, level: 'query' as const }]
  const note = (event: { readonly query: string }) => asked.add(event.query)
  if (location.url === null) {
    const { PrismaClient } = await import('../../src/persistence/generated/sqlite/client.ts')
    const client = new PrismaClient({
      adapter: createSqliteAdapter(join(location.dataDir, 'desk.db')),
      log,
    })
    client.$on('query', note)
    onTestFinished(() => client.$disconnect())
    return { client, asked }
  }
  const { PrismaClient } = await import('../../src/persistence/generated/postgresql/client.ts')
  const { connectionString, schema } = onServer(location.url)
  const client = new PrismaClient({
    adapter: new PrismaPg({ connectionString, options: `-c search_path="${schema}"` }, { schema }),
    log,
  })
  client.$on('query', note)
  onTestFinished(() => client.$disconnect())
  return { client: client as unknown as Client, asked }
}

async function askEverything(client: Client, provider: Provider): Promise<void> {
  const inbox = createInboxStore(client)
  const outbox = createOutboxStore(client)
  await askForLists(client, provider)
  const stores = createStores(client, createReadOnlyBatch())
  const { customers, tickets, messages, events, threads, links, drafts } = stores
  const { erasure, figures, audit, macros, tags, agentPlaces } = stores
  const backlog = Array.from({ length: BACKLOG }, (_, index) => ({
    lane: 'private:1',
    body: { kind: 'update' as const, update: { update_id: index } },
  }))
  await inbox.ingest(1, backlog, NOW)
  await inbox.lanesWithWork('me', NOW, 200)
  await inbox.nextDueAt(NOW)
  const lease = await inbox.claimLane('private:1', 'me', NOW, 1_000)
  await inbox.claimLane('private:1', 'me', NOW, 1_000)
  await inbox.head('private:1', NOW, 20)
  if (lease !== null) await inbox.releaseLane(lease)
  for (const prune of [inbox.prune, outbox.prune]) await prune(NOW)
  const ids = ['one', 'two', 'three']
  await outbox.waiting(0, 500)
  await outbox.orphans('me', NOW)
  await outbox.recentSends(NOW)
  await outbox.depth()
  await outbox.depth(-1)
  for (const scope of [{ ticketId: 'ticket' }, { chatIds: [-1, -2], since: NOW }]) {
    await audit.entries(scope, 9)
    await audit.events(scope, 9)
  }
  await macros.byName('agent', 'name')
  await macros.of('agent')
  await macros.previewById('preview')
  await threads.strayFrom({ chatId: -1, only: null, except: ['payment'] }, 3)
  await links.isShown('m:one:two')
  await outbox.results(ids)
  await outbox.markSending(ids, NOW)
  await outbox.retryLater(ids, NOW, { maybeTwice: true, countAttempt: true })
  await outbox.supersede(ids)
  await outbox.moveChat(-1, -2, [], NOW)
  await customers.byTelegramId(1)
  await tickets.byNumber('100000')
  await tickets.unfinishedOf('one')
  await tickets.pageOf('one', 3, 5)
  await tickets.filedSince('one', NOW)
  await tickets.ordersOf('one', 20)
  await drafts.leftBefore(NOW, 100)
  await tickets.byAlbum('one', 'album')
  await tickets.resolvedBefore(NOW, 100)
  await tickets.unwarnedBefore(NOW, 100)
  await tickets.attachmentsOf('one')
  await tickets.endedBefore(NOW, 100)
  await tickets.slaDue(NOW, 100)
  await tickets.allOf('one')
  await customers.toForget(NOW, 100)
  await erasure.isBusy(1, ids)
  await erasure.filesOnlyOf(ids)
  await erasure.copiesOf(ids)
  await messages.of('one')
  await messages.byId('one')
  await messages.bySource(1, 2)
  await messages.lastOf('one', 30)
  await events.of('one')
  await threads.ofTicket('one')
  await threads.byTopic(-1, 2)
  await links.subjectOf(1, 2)
  await links.messageIdOf(1, 'c:one')
  await drafts.of('one')
  await drafts.parkedOf('one')
  const period = { from: NOW, to: NOW }
  for (const categories of [null, ['payment', 'delivery']]) {
    await figures.filedIn(period, categories, null, 1_000)
    await figures.filedIn(period, categories, { id: 'one', createdAt: NOW }, 1_000)
    await figures.scoresIn(period, categories)
    await figures.selfHelpIn(period, categories)
  }
  await figures.scoresOf(ids)
  await figures.tagsOf(ids)
  await figures.reportedUntil()
  await tickets.countBefore('one', NOW)
  await tickets.mergedInto('one')
  await tags.of('one')
  await agentPlaces.of(-1, 'one')
  await agentPlaces.lately(-1, 9)
}

/** What agents look through. */
async function askForLists(client: Client, provider: Provider): Promise<void> {
  const { search, overviews } = createReaders({ client, provider })
  const scope = { only: null, except: ['payment'] }
  const rules = slaRulesOf(CALENDARS.Russia('Europe/Moscow'))
  const wanted = { agentId: 'one', scope, dueSoon: dueSoon(rules, NOW), page: 1, pageSize: 10 }
  for (const filter of QUEUE_FILTERS) await overviews.queue({ ...wanted, filter })
  await overviews.ofCustomer({ customerId: 'one', scope, page: 1, pageSize: 10 })
  await overviews.byIds(['one', 'two'])
  for (const before of [null, 100])
    await search.find({ typed: 'возврат чайника', mode: 'prefix', scope, before, limit: 10 })
  await fillSearch({ client, provider })
}

interface Plan {
  readonly sql: string
  readonly plan: string
}

async function explain(location: DatabaseLocation, asked: readonly string[]): Promise<readonly Plan[]> {
  const questions = asked.filter((sql) => /^(SELECT|UPDATE|DELETE)/.test(sql))
  return location.url === null
    ? explainOnSqlite(join(location.dataDir, 'desk.db'), questions)
    : explainOnPostgresql(location.url, questions)
}

function explainOnSqlite(path: string, questions: readonly string[]): readonly Plan[] {
  const file = new BetterSqlite3(path)
  try {
    return questions.map((sql) => {
      const values = Array.from({ length: sql.split('?').length - 1 }, () => null)
      const rows = file.prepare<null[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...values)
      return { sql, plan: rows.map(({ detail }) => detail).join('\n') }
    })
  } finally {
    file.close()
  }
}

/** On an empty table the server would rather read it through: asked not to, it does so only where no index helps. */
async function explainOnPostgresql(url: string, questions: readonly string[]): Promise<readonly Plan[]> {
  const { connectionString, schema } = onServer(url)
  const options = `-c search_path=${schema} -c enable_seqscan=off -c plan_cache_mode=force_generic_plan`
  const server = new pg.Client({ connectionString, options })
  await server.connect()
  try {
    const plans: Plan[] = []
    for (const [index, sql] of questions.entries()) {
      const count = Math.max(0, ...[...sql.matchAll(/\$(\d+)/g)].map((found) => Number(found[1])))
      const values = Array.from({ length: count }, () => 'NULL').join(', ')
      await server.query(`PREPARE question_${index} AS ${sql}`)
      const { rows } = await server.query(
        `EXPLAIN EXECUTE question_${index}${count === 0 ? '' : `(${values})`}`,
      )
      plans.push({ sql, plan: rows.map((row) => row['QUERY PLAN']).join('\n') })
    }
    return plans
  } finally {
    await server.end()
  }
}

function onServer(url: string): { connectionString: string; schema: string } {
  const parsed = new URL(url)
  const schema = parsed.searchParams.get('schema') ?? 'public'
  parsed.searchParams.delete('schema')
  return { connectionString: parsed.href, schema }
}
