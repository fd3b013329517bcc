import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { applyMigrations } from './apply-migrations.ts'
import type { Client, Connection } from './client.ts'
import { openPostgresqlMigrationSession } from './migration-sessions.ts'
import { nameStatement } from './statement-names.ts'
import { TRANSACTION_LIMITS } from './transaction-limits.ts'

/** Serializes the writers of the outbox; a number of ours, any would do. */
const OUTBOX_ADVISORY_LOCK = 72707370

/**
 * Lanes and calls are worked side by side, and a lease must be renewed while all of them wait. Each process may take so many of the
 * server's connections (100 by default).
 */
const MOST_CONNECTIONS = 16
/** For a connection to be made, or to become free. Milliseconds. */
const CONNECT_WITHIN_MS = 10_000
/** After that a connection counts as dead, whose other end may be gone without a word; as long as a transaction may take. Milliseconds. */
const ANSWER_WITHIN_MS = TRANSACTION_LIMITS.timeout
const KEEP_ALIVE_AFTER_MS = 10_000
/**
 * A process that stands still in the middle of a transaction, or whose machine is lost, holds the locks of it: the server ends it
 * after so long. Ours never wait in between. Milliseconds.
 */
const IDLE_IN_TRANSACTION_MS = 5_000

/** Connects to a PostgreSQL server and brings the database up to date. The URL's `schema` names the schema, else `public`. */
export async function openPostgresql(url: string): Promise<Connection> {
  await applyMigrations('postgresql', await openPostgresqlMigrationSession(new PrismaPg(patientPool(url))))
  const { PrismaClient } = await import('./generated/postgresql/client.ts')
  // The models are the same; only the providers' own filters (e.g. `mode`) differ in the types.
  const client = new PrismaClient({
    adapter: new PrismaPg(busyPool(url), {
      schema: splitSchema(url).schema,
      statementNameGenerator: nameStatement(),
      disposeExternalPool: true,
    }),
    transactionOptions: TRANSACTION_LIMITS,
    errorFormat: 'minimal',
  }) as unknown as Client
  return {
    provider: 'postgresql',
    client,
    serializeOutbox: (writer) => [writer.$executeRaw`SELECT pg_advisory_xact_lock(${OUTBOX_ADVISORY_LOCK})`],
    async now() {
      const [row] = await client.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`
      if (row === undefined) throw new Error('PostgreSQL did not tell the time')
      return row.now
    },
  }
}

/** For work that may take its time: migrating, moving. All names mean tables of the URL's schema. */
export function patientPool(url: string) {
  const { connectionString, schema } = splitSchema(url)
  const options = `-c search_path="${schema}"`
  return { connectionString, options, connectionTimeoutMillis: CONNECT_WITHIN_MS }
}

function busyPool(url: string): pg.Pool {
  const patient = patientPool(url)
  const pool = new pg.Pool({
    ...patient,
    options: `${patient.options} -c idle_in_transaction_session_timeout=${IDLE_IN_TRANSACTION_MS}`,
    max: MOST_CONNECTIONS,
    query_timeout: ANSWER_WITHIN_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
  })
  // Whoever uses a connection hears of its end from the query. Without a listener of its own, one that ends on its way from the
  // pool to its user would end the process.
  pool.on('connect', (connection) => connection.on('error', () => undefined))
  return pool
}

function splitSchema(url: string): { connectionString: string; schema: string } {
  const parsed = new URL(url)
  const schema = parsed.searchParams.get('schema') ?? 'public'
  // Prisma's own parameter: the server would refuse it.
  parsed.searchParams.delete('schema')
  return { connectionString: parsed.href, schema }
}
