import type { Config } from './config.ts'

/** What must never be shown, neither in a log line nor on the console, wherever it came from. */
export function secretsOf({ botToken, database, webhook, freeStorage }: Config): readonly string[] {
  const password = database.url === null ? '' : decodeURIComponent(new URL(database.url).password)
  return [botToken, password, webhook?.secret ?? '', freeStorage?.jwt ?? '']
}
