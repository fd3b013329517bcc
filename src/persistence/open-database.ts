import { join } from 'node:path'
import type { ApiRequestDesk } from '../app/api-ports.ts'
import type { Stores } from '../app/ports.ts'
import type { InboxEvent } from '../delivery/inbox-event.ts'
import type { OutboxStore } from '../delivery/outbox-port.ts'
import type { InboxStore, LaneLease, LeaseStore } from '../delivery/ports.ts'
import type { WatchStore } from '../delivery/watch-store.ts'
import { type AppUnit, beginUnit } from './app-unit.ts'
import { isAway } from './away.ts'
import type { Connection, Provider } from './client.ts'
import { DatabaseUnavailableError } from './database-unavailable-error.ts'
import { createInboxStore } from './inbox-store.ts'
import { createLeaseStore } from './lease-store.ts'
import { MigrationError } from './migration-plan.ts'
import { createOutboxStore } from './outbox-store.ts'
import { pruneInSteps } from './prune-in-steps.ts'
import { fillSearch } from './search/fill-search.ts'
import { createApiRequestDesk } from './stores/api-request-store.ts'
import { createReaders, createStores } from './stores/create-stores.ts'
import { createWatchStore } from './watch-store.ts'
import { createReadOnlyBatch } from './write-batch.ts'

export type { AppUnit } from './app-unit.ts'

export interface Database {
  readonly provider: Provider
  readonly inbox: InboxStore
  readonly outbox: OutboxStore
  readonly leases: LeaseStore
  readonly watch: WatchStore
  /** Forgets what the shop said of orders before a moment. @returns how many answers went */
  pruneOrderFacts(before: Date): Promise<number>
  /**
   * Makes documents for the search of a few tickets that were there before it, the newest first. Broken off it goes on where it was.
   * @returns whether there are more
   */
  fillSearch(): Promise<boolean>
  /** Removes what the audit log holds of the time before a moment. @returns how many entries */
  pruneAudit(before: Date): Promise<number>
  readonly apiRequests: ApiRequestDesk
  /** For reading outside a unit; a write throws. */
  readonly stores: Stores
  beginUnit(event: InboxEvent, lease: LaneLease, now: () => Date): AppUnit
  /** Is it the database that was away, and not the statement that was wrong? */
  isAway(error: unknown): boolean
  /** @throws when the database does not answer */
  ping(): Promise<void>
  close(): Promise<void>
}

export interface DatabaseLocation {
  /** `postgresql://…` or `postgres://…`; null: SQLite in `dataDir`. */
  readonly url: string | null
  /** Folder of SQLite's file `desk.db`; made where it is missing. */
  readonly dataDir: string
}

/**
 * Opens the database the settings name and applies the migrations that are due.
 * @throws MigrationError when the database's history does not fit this version
 * @throws DatabaseUnavailableError when it can't be opened or reached
 */
export async function openDatabase(location: DatabaseLocation): Promise<Database> {
  const connection = await connect(location).catch((error: unknown) => {
    throw error instanceof MigrationError ? error : new DatabaseUnavailableError(location, error)
  })
  const { client } = connection
  return {
    provider: connection.provider,
    inbox: createInboxStore(client),
    outbox: createOutboxStore(client),
    leases: createLeaseStore(connection),
    watch: createWatchStore(client),
    stores: { ...createStores(client, createReadOnlyBatch()), ...createReaders(connection) },
    fillSearch: () => fillSearch(connection),
    apiRequests: createApiRequestDesk(client),
    pruneOrderFacts: (before) =>
      pruneInSteps((limit) => client.orderFacts.deleteMany({ where: { at: { lt: before } }, limit })),
    pruneAudit: (before) =>
      pruneInSteps((limit) => client.auditEntry.deleteMany({ where: { at: { lt: before } }, limit })),
    beginUnit: (event, lease, now) => beginUnit(connection, event, lease, now),
    isAway,
    async ping() {
      await client.$queryRaw`SELECT 1`
    },
    close: () => client.$disconnect(),
  }
}

async function connect({ url, dataDir }: DatabaseLocation): Promise<Connection> {
  if (url === null) {
    const { openSqlite } = await import('./open-sqlite.ts')
    return openSqlite(join(dataDir, 'desk.db'))
  }
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new Error('The database URL must begin with postgresql:// or postgres://')
  }
  const { openPostgresql } = await import('./open-postgresql.ts')
  return openPostgresql(url)
}
