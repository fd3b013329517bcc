import type { Config } from './config.ts'

/** What must never be shown, neither in a log line nor on the console, wherever it came from. */
export function secretsOf(config: Config): readonly string[] {
  const password =
    config.database.url === null ? '' : decodeURIComponent(new URL(config.database.url).password)
  return [config.botToken, password, config.freeStorage?.jwt ?? '']
}
