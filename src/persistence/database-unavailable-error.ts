import type { DatabaseLocation } from './open-database.ts'

/** The database could not be opened at the start; the message tells the owner what to look at. */
export class DatabaseUnavailableError extends Error {
  constructor({ url, dataDir }: DatabaseLocation, cause: unknown) {
    const reason = reasonOf(cause)
    super(
      url === null
        ? `The database file in ${dataDir} can not be opened (${reason}): give DATA_DIR a folder the bot may write to.`
        : `PostgreSQL can not be used (${reason}): check DATABASE_URL, and that the server is running.`,
      { cause },
    )
    this.name = 'DatabaseUnavailableError'
  }
}

/** The last line says it: above it Prisma shows code. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'no reason given'
  const code = 'code' in cause && typeof cause.code === 'string' ? `${cause.code}: ` : ''
  return code + (cause.message.trim().split('\n').at(-1)?.trim() ?? '')
}
