import { telegramTarget } from '../chat/telegram-link.ts'

/** The first link to the bot in a text, as `https://t.me/<bot>?start=<payload>`. */
export function botLinkIn(text: string, botName: string | undefined): string | undefined {
  return text.split(/\s+/).find((word) => telegramTarget(word, botName)?.to === 'bot')
}
