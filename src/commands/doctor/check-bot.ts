import type { Transport } from '../../delivery/ports.ts'
import type { BotProfile } from '../../telegram/say-hello.ts'
import { type Finding, fine, problem } from './finding.ts'

const TELEGRAM = 'https://api.telegram.org'

/** Whether Telegram can be reached and knows the token; null where nothing else can be asked. */
export async function checkBot(
  transport: Transport,
  apiRoot: string,
): Promise<{ readonly findings: readonly Finding[]; readonly me: BotProfile | null }> {
  const answer = await transport.call('getMe', {})
  if (answer.kind === 'ok') {
    const me = answer.result as BotProfile
    const name = fine('name', `people know the bot as "${me.first_name}", @${me.username}`)
    return { findings: [fine('token', 'Telegram knows it'), name], me }
  }
  if (answer.kind === 'error' && (answer.code === 401 || answer.code === 404)) {
    const mend =
      'ask @BotFather for the token again (/mybots, API Token) and write it after BOT_TOKEN= in .env; groups and webhook were not looked at'
    return {
      findings: [problem('token', 'Telegram does not know it: it is mistyped, or was revoked', mend)],
      me: null,
    }
  }
  const where = apiRoot === TELEGRAM ? 'Telegram' : `the Bot API server of TELEGRAM_API_ROOT`
  const mend =
    apiRoot === TELEGRAM
      ? 'check this machine’s way to the internet, or name a Bot API server it can reach in TELEGRAM_API_ROOT'
      : 'check that the server runs and that the address is right'
  return {
    findings: [problem('Telegram', `${where} can't be reached (${answer.description})`, mend)],
    me: null,
  }
}
