import { parseArgs } from 'node:util'
import { loadCatalog } from '../../config/load-catalog.ts'
import { parseConfig } from '../../config/parse-config.ts'
import { limitTime } from '../../delivery/call-within-time.ts'
import type { Transport } from '../../delivery/ports.ts'
import { createSystemClock } from '../../delivery/system-clock.ts'
import { type Catalog, findCategory, findProblem } from '../../domain/catalog.ts'
import { isOrderNumber } from '../../domain/order-number.ts'
import type { BotProfile } from '../../telegram/say-hello.ts'
import { packStartLink, type StartLink, StartLinkError } from '../../telegram/start-link.ts'
import { createTransport } from '../../telegram/transport.ts'
import type { CommandCall } from '../console/run-as-process.ts'

const HOUR_MS = 3_600_000
const DAY_HOURS = '24'
const ANSWER_WITHIN_MS = 5_000

const OPTIONS = {
  customer: { type: 'string' },
  order: { type: 'string' },
  topic: { type: 'string' },
  hours: { type: 'string', default: DAY_HOURS },
} as const

/** Makes a link that opens the form with what the shop's site knows filled in. @returns the exit code */
export async function makeLink({ env, args, print }: CommandCall): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS })
  const config = parseConfig(env)
  if (config.linkSecret === null) {
    print(
      'LINK_SECRET is not set: write at least 16 characters that nobody can guess after LINK_SECRET= in .env.',
    )
    return 1
  }
  const { customer: shopCustomerId = null, order: orderNumber = null, topic = null } = values
  const link: StartLink = { shopCustomerId, orderNumber, topic }
  const hours = Number(values.hours)
  const mistakes = mistakesIn(link, hours, await loadCatalog(config.catalogFile))
  for (const mistake of mistakes) print(mistake)
  if (mistakes.length > 0) return 1
  try {
    const clock = createSystemClock()
    const expiresAt = new Date(clock.now().getTime() + hours * HOUR_MS)
    const payload = packStartLink(config.linkSecret, link, expiresAt)
    const transport = createTransport(config.botToken, config.telegramApiRoot)
    const username = await usernameOf(limitTime(transport, clock, ANSWER_WITHIN_MS))
    if (username === null) print('Telegram does not tell the name of the bot: put it in the place of BOT.')
    print(`https://t.me/${username ?? 'BOT'}?start=${payload}`)
    print(`Good until ${expiresAt.toISOString()}.`)
    return 0
  } catch (error) {
    if (!(error instanceof StartLinkError)) throw error
    print(`${error.message}.`)
    return 1
  }
}

function mistakesIn({ orderNumber, topic }: StartLink, hours: number, catalog: Catalog): readonly string[] {
  const mistakes: string[] = []
  if (!(hours > 0))
    mistakes.push('--hours: write for how many hours the link is to be good, a number like 24.')
  if (orderNumber !== null && !isOrderNumber(catalog, orderNumber))
    mistakes.push(
      `--order: no pattern of the catalogue fits; a number looks like ${catalog.orderNumber.example}.`,
    )
  const [categoryId = '', problemId = null] = topic?.split('/') ?? []
  if (topic !== null && findCategory(catalog, categoryId) === null)
    mistakes.push(`--topic: the catalogue has no category ${categoryId}.`)
  else if (problemId !== null && findProblem(catalog, categoryId, problemId) === null)
    mistakes.push(`--topic: the category ${categoryId} has no problem ${problemId}.`)
  return mistakes
}

async function usernameOf(transport: Transport): Promise<string | null> {
  const answer = await transport.call('getMe', {})
  return answer.kind === 'ok' ? (answer.result as BotProfile).username : null
}
