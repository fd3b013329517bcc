import type { Migration } from './migration-files.ts'

/** A row of Prisma's table `_prisma_migrations`. */
export interface AppliedMigration {
  readonly name: string
  readonly checksum: string
  readonly finished: boolean
  readonly rolledBack: boolean
}

/** The database's history does not fit this version; the message says what to do. */
export class MigrationError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'MigrationError'
  }
}

/**
 * What is left to apply.
 * @throws MigrationError when a migration failed half-way, was changed after it was applied, or is not known to this version
 */
export function planMigrations(
  known: readonly Migration[],
  history: readonly AppliedMigration[],
): readonly Migration[] {
  const applied = history.filter((row) => !row.rolledBack)
  for (const row of applied) refuseMisfit(row, known)
  const names = new Set(applied.map((row) => row.name))
  return known.filter((migration) => !names.has(migration.name))
}

function refuseMisfit(row: AppliedMigration, known: readonly Migration[]): void {
  const migration = known.find((candidate) => candidate.name === row.name)
  if (!row.finished) {
    throw new MigrationError(
      `Migration ${row.name} has failed on this database: repair it, then mark it with \`prisma migrate resolve\`.`,
    )
  }
  if (!migration) {
    throw new MigrationError(
      `The database has migration ${row.name}, which this version does not know: start the newer version, or restore a backup from before it.`,
    )
  }
  if (migration.checksum !== row.checksum) {
    throw new MigrationError(
      `Migration ${row.name} was changed after it had been applied: put the original file back, and make the change a new migration.`,
    )
  }
}
