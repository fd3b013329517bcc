import type { Log, Transport, TransportAnswer } from '../delivery/ports.ts'
import { LANGUAGES, type Language } from '../domain/people.ts'
import type { TextsFor } from '../texts/texts.ts'

/** https://core.telegram.org/bots/api#setmydescription, in an empty chat; #setmyshortdescription, on the bot's page. */
const WORDS = [
  { field: 'description', read: 'getMyDescription', write: 'setMyDescription', text: 'bot-description' },
  {
    ...{ field: 'short_description', read: 'getMyShortDescription', write: 'setMyShortDescription' },
    text: 'bot-short-description',
  },
] as const

/**
 * Says what the bot is for to whoever has not pressed Start yet, in both languages. What the owner has written with @BotFather stays.
 * Best effort: it carries no state.
 * @param others the language of those whose Telegram speaks neither
 */
export async function introduceBot(
  transport: Transport,
  log: Log,
  textsFor: TextsFor,
  others: Language,
): Promise<void> {
  for (const about of WORDS) {
    const refusal = await tellWhereMissing(transport, about, textsFor, others)
    if (refusal !== null)
      log.warn(
        { answer: refusal.kind },
        'What the bot is for is not told everywhere: the next start tries again',
      )
  }
}

/** @returns the answer that was no "ok"; null: all is told */
async function tellWhereMissing(
  transport: Transport,
  { field, read, write, text }: (typeof WORDS)[number],
  textsFor: TextsFor,
  others: Language,
): Promise<TransportAnswer | null> {
  const known = await transport.call(read, {})
  if (known.kind !== 'ok') return known
  if ((known.result as Readonly<Record<string, string>>)[field]) return null
  // Without a language it goes last: it tells the next start that all is there.
  const own = LANGUAGES.map((language) => [language, { language_code: language }] as const)
  for (const [language, scope] of [...own, [others, {}] as const]) {
    const answer = await transport.call(write, { [field]: textsFor(language).plain(text), ...scope })
    if (answer.kind !== 'ok') return answer
  }
  return null
}
