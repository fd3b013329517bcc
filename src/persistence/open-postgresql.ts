import { PrismaPg } from '@prisma/adapter-pg'
import { applyMigrations } from './apply-migrations.ts'
import type { Client, Connection } from './client.ts'
import { openPostgresqlMigrationSession } from './migration-sessions.ts'
import { nameStatement } from './statement-names.ts'
import { TRANSACTION_LIMITS } from './transaction-limits.ts'

/** Serializes the writers of the outbox; a number of ours, any would do. */
const OUTBOX_ADVISORY_LOCK = 72707370

/** Connects to a PostgreSQL server and brings the database up to date. The URL's `schema` names the schema, else `public`. */
export async function openPostgresql(url: string): Promise<Connection> {
  const { connectionString, schema } = splitSchema(url)
  const pool = { connectionString, options: `-c search_path="${schema}"` }
  await applyMigrations('postgresql', await openPostgresqlMigrationSession(new PrismaPg(pool)))
  const { PrismaClient } = await import('./generated/postgresql/client.ts')
  // The models are the same; only the providers' own filters (e.g. `mode`) differ in the types.
  const client = new PrismaClient({
    adapter: new PrismaPg(pool, { schema, statementNameGenerator: nameStatement() }),
    transactionOptions: TRANSACTION_LIMITS,
    errorFormat: 'minimal',
  }) as unknown as Client
  return {
    provider: 'postgresql',
    client,
    serializeOutbox: () => [client.$executeRaw`SELECT pg_advisory_xact_lock(${OUTBOX_ADVISORY_LOCK})`],
    async now() {
      const [row] = await client.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`
      if (row === undefined) throw new Error('PostgreSQL did not tell the time')
      return row.now
    },
  }
}

function splitSchema(url: string): { connectionString: string; schema: string } {
  const parsed = new URL(url)
  const schema = parsed.searchParams.get('schema') ?? 'public'
  // Prisma's own parameter: the server would refuse it.
  parsed.searchParams.delete('schema')
  return { connectionString: parsed.href, schema }
}
