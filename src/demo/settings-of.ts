import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'dotenv'
import type { Language } from '../domain/people.ts'
import type { Simulator } from '../simulator/simulator.ts'
import { STAFF_CHAT_ID } from './cast.ts'
import type { Home } from './home.ts'

export interface Surroundings {
  readonly apiPort: number
  readonly mailUrl: string
  readonly ordersUrl: string
  readonly language: Language
}

/** With what the bot of a playground is started. What its own .env names it reads there, but for what makes it this playground's. */
export function settingsOf(
  sim: Pick<Simulator, 'token' | 'url'>,
  { memory: { linkSecret, apiSecret }, settingsFile, catalogFile }: Home,
  { apiPort, mailUrl, ordersUrl, language }: Surroundings,
): Readonly<Record<string, string>> {
  const usual: Record<string, string> = {
    STAFF_CHAT_ID: String(STAFF_CHAT_ID),
    DEFAULT_LANGUAGE: language,
    LINK_SECRET: linkSecret,
    ORDER_LOOKUP_URL: ordersUrl,
    API_TOKENS: `Shop:${apiSecret}`,
    SMTP_URL: mailUrl,
    MAIL_FROM: 'Shop support <support@shop.example>',
    LOG_LEVEL: 'warn',
    ...(existsSync(catalogFile) && { CATALOG_FILE: catalogFile }),
  }
  const written = existsSync(settingsFile) ? parse(readFileSync(settingsFile)) : {}
  const others = Object.entries(usual).filter(([name]) => !(name in written))
  return {
    ...Object.fromEntries(others),
    BOT_TOKEN: sim.token,
    TELEGRAM_API_ROOT: sim.url,
    PORT: String(apiPort),
  }
}
