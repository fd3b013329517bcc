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
  for (const { field, read, write, text } of WORDS) {
    const known = await transport.call(read, {})
    if (known.kind !== 'ok') return tell(log, [known])
    if ((known.result as Readonly<Record<string, string>>)[field]) continue
    const answers: TransportAnswer[] = []
    for (const language of LANGUAGES) {
      const words = { [field]: textsFor(language).plain(text) }
      answers.push(await transport.call(write, { ...words, language_code: language }))
    }
    // Last, since it tells the next start that all is there.
    answers.push(await transport.call(write, { [field]: textsFor(others).plain(text) }))
    tell(log, answers)
  }
}

function tell(log: Log, answers: readonly TransportAnswer[]): void {
  const refused = answers.filter((answer) => answer.kind !== 'ok').map(({ kind }) => kind)
  if (refused.length > 0) log.warn({ refused }, 'What the bot is for could not be told everywhere')
}
