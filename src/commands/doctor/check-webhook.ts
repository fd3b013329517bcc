import type { Transport } from '../../delivery/ports.ts'
import { type Finding, fine, problem, warning } from './finding.ts'

/** https://core.telegram.org/bots/api#webhookinfo */
interface WebhookInfo {
  readonly url: string
  readonly pending_update_count: number
  /** Unix time, seconds. */
  readonly last_error_date?: number
  readonly last_error_message?: string
}

/** Telegram keeps its last failure for ever; an older one is past. Milliseconds. */
const RECENT_MS = 60 * 60_000
/** More than that is no breath between two requests of a bot that runs. */
const MANY_WAITING = 100

/** Holds what Telegram does with updates against the settings. `webhookUrl`: null where the bot asks for them. */
export async function checkWebhook(
  transport: Transport,
  webhookUrl: string | null,
  now: Date,
): Promise<readonly Finding[]> {
  const answer = await transport.call('getWebhookInfo', {})
  if (answer.kind !== 'ok') {
    const says = `Telegram did not say how updates are fetched (${answer.description})`
    return [problem('webhook', says, 'run this again in a minute')]
  }
  const info = answer.result as WebhookInfo
  return [compare(info, webhookUrl, now), waiting(info)]
}

function compare(info: WebhookInfo, webhookUrl: string | null, now: Date): Finding {
  const isSet = info.url !== ''
  if (webhookUrl === null) {
    if (!isSet) return fine('webhook', 'none, as in the settings: the bot asks Telegram for updates')
    const says = `Telegram sends updates to ${hostOf(info.url)}, but WEBHOOK_URL is not set`
    return warning(
      'webhook',
      says,
      'the bot ends that when it starts; if another program is to have them, give it a bot of its own',
    )
  }
  if (!isSet)
    return warning('webhook', 'none is set at Telegram', 'start the bot: it sets the one of WEBHOOK_URL')
  if (info.url !== webhookUrl) {
    const says = `Telegram sends updates to another address, at ${hostOf(info.url)}, than WEBHOOK_URL names`
    return warning(
      'webhook',
      says,
      'start the bot again: it sets the right one; if it does not stay, another program uses this token',
    )
  }
  const failedAt = (info.last_error_date ?? 0) * 1_000
  if (now.getTime() - failedAt < RECENT_MS) {
    const says = `Telegram could not bring updates at ${new Date(failedAt).toISOString()} ("${info.last_error_message ?? 'no reason given'}")`
    return warning('webhook', says, 'check that WEBHOOK_URL leads from the internet to PORT of the bot')
  }
  return fine('webhook', 'Telegram sends updates to the address of WEBHOOK_URL')
}

function waiting({ pending_update_count: count }: WebhookInfo): Finding {
  if (count <= MANY_WAITING) return fine('updates', `${count} wait at Telegram`)
  const mend = 'check that the bot runs; Telegram throws away what is older than a day'
  return warning('updates', `${count} wait at Telegram`, mend)
}

/** The path may be the owner's secret. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'an address that can not be read'
}
