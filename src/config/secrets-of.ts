import type { Config } from './config.ts'

/** What must never be shown, neither in a log line nor on the console, wherever it came from. */
export function secretsOf(config: Config): readonly string[] {
  const { botToken, database, webhook, freeStorage, mail, linkSecret, apiTokens, events } = config
  const passwords = [database.url, mail?.url ?? null].map((url) =>
    url === null ? '' : decodeURIComponent(new URL(url).password),
  )
  const ofOthers = [...apiTokens.map(({ secret }) => secret), events?.secret ?? '']
  return [
    botToken,
    ...passwords,
    webhook?.secret ?? '',
    freeStorage?.jwt ?? '',
    linkSecret ?? '',
    ...ofOthers,
  ]
}
