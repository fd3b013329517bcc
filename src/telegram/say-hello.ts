import type { UserFromGetMe } from 'grammy/types'
import type { StaffGroup } from '../app/staff-ports.ts'
import type { Clock, Log, Transport } from '../delivery/ports.ts'

/** The bot as Telegram describes it. https://core.telegram.org/bots/api#getme */
export type BotProfile = UserFromGetMe

/** Between two tries while Telegram can't be reached. */
const RETRY_MS = 2_000

export class TokenRevokedError extends Error {
  constructor() {
    super('Telegram does not know this token: it is mistyped, or was revoked.')
    this.name = 'TokenRevokedError'
  }
}

/**
 * Who the bot is. Waits as long as Telegram can't be reached.
 * @throws TokenRevokedError when the token is not valid
 */
export async function whoAmI(transport: Transport, clock: Clock, log: Log): Promise<BotProfile> {
  for (;;) {
    const answer = await transport.call('getMe', {})
    if (answer.kind === 'ok') return answer.result as BotProfile
    if (answer.kind === 'error' && (answer.code === 401 || answer.code === 404)) throw new TokenRevokedError()
    log.warn({ answer: answer.description }, 'Telegram can not be reached yet')
    const waitMs = answer.kind === 'error' ? (answer.parameters.retry_after ?? 0) * 1_000 : 0
    await new Promise<void>((resolve) => clock.setTimer(Math.max(RETRY_MS, waitMs), resolve))
  }
}

export interface SeenGroup extends StaffGroup {
  /** Its creator; null where Telegram does not say. */
  readonly ownerId: number | null
}

/** What the staff group is like now, or null when Telegram does not say: the owner then reads why in the log. */
export async function lookAtStaffGroup(
  transport: Transport,
  log: Log,
  chatId: number,
): Promise<SeenGroup | null> {
  const answer = await transport.call('getChat', { chat_id: chatId })
  if (answer.kind !== 'ok') {
    log.warn(
      { chatId, answer: answer.description },
      'The staff group can not be looked at: is the bot in it?',
    )
    return null
  }
  const chat = answer.result as { readonly title?: string; readonly is_forum?: boolean }
  const ownerId = await creatorOf(transport, chatId)
  return { chatId, title: chat.title ?? '', isForum: chat.is_forum === true, ownerId }
}

/** https://core.telegram.org/bots/api#getchatadministrators */
async function creatorOf(transport: Transport, chatId: number): Promise<number | null> {
  const answer = await transport.call('getChatAdministrators', { chat_id: chatId })
  if (answer.kind !== 'ok' || !Array.isArray(answer.result)) return null
  const members = answer.result as readonly { readonly status?: string; readonly user?: { id: number } }[]
  return members.find((member) => member.status === 'creator')?.user?.id ?? null
}
