import type { Language } from '../domain/people.ts'
import type { Simulator } from '../simulator/simulator.ts'
import { STAFF_CHAT_ID } from './cast.ts'
import type { Memory } from './home.ts'

export interface Surroundings {
  readonly apiPort: number
  readonly mailUrl: string
  readonly ordersUrl: string
  readonly language: Language
}

/** With what the bot of a playground is started, as an owner would write it into .env. */
export function settingsOf(
  sim: Pick<Simulator, 'token' | 'url'>,
  { linkSecret, apiSecret }: Memory,
  { apiPort, mailUrl, ordersUrl, language }: Surroundings,
): Readonly<Record<string, string>> {
  return {
    BOT_TOKEN: sim.token,
    TELEGRAM_API_ROOT: sim.url,
    STAFF_CHAT_ID: String(STAFF_CHAT_ID),
    DEFAULT_LANGUAGE: language,
    LINK_SECRET: linkSecret,
    ORDER_LOOKUP_URL: ordersUrl,
    API_TOKENS: `Shop:${apiSecret}`,
    PORT: String(apiPort),
    SMTP_URL: mailUrl,
    MAIL_FROM: 'Shop support <support@shop.example>',
    LOG_LEVEL: 'warn',
  }
}
