import type { ChatMember } from 'grammy/types'
import type { Clock, Transport } from '../delivery/ports.ts'
import { UnavailableError } from '../domain/errors.ts'
import { type NamedRoles, type Role, raisedRole } from '../domain/roles.ts'

/** A membership that was asked for holds this long. Milliseconds. */
const KEPT_MS = 60_000
const ROLE_OF_STATUS: Readonly<Record<string, Role>> = {
  creator: 'owner',
  administrator: 'supervisor',
  member: 'agent',
}

/** https://core.telegram.org/bots/api#chatmember, #chatfullinfo */
export interface OwnPlace {
  readonly member: ChatMember
  readonly isForum: boolean
}

export interface StaffRoll {
  /** What the account is in this staff group now; null: no member. @throws UnavailableError when Telegram can't be asked */
  roleOf(chatId: number, telegramId: number): Promise<Role | null>
  /** Whether the channel is linked to this staff group now. @throws UnavailableError when Telegram can't be asked */
  isLinkedChannel(chatId: number, channelId: number): Promise<boolean>
  /** The id Telegram gave this group instead, or null. @throws UnavailableError when Telegram can't be asked */
  newIdOf(chatId: number): Promise<number | null>
  /** What the bot may do in the group, and what kind of group it is; null: it is not there. @throws UnavailableError when Telegram can't be asked */
  ownPlace(chatId: number, botId: number): Promise<OwnPlace | null>
  /** What was known of the account in this group is void. */
  forget(chatId: number, telegramId: number): void
}

/**
 * Who is an agent: the current members of the staff group they act in and the channel linked to it, nobody else. Whom the settings
 * name is more than Telegram says, as long as they are in the group.
 */
export function createStaffRoll(
  transport: Transport,
  clock: Clock,
  named: NamedRoles = { owners: [], supervisors: [] },
): StaffRoll {
  const known = new Map<string, { readonly role: Role | null; readonly until: number }>()
  const keep = async (place: string, ask: () => Promise<Role | null>) => {
    const now = clock.now().getTime()
    const kept = known.get(place)
    if (kept !== undefined && now < kept.until) return kept.role
    const role = await ask()
    known.set(place, { role, until: now + KEPT_MS })
    return role
  }
  return {
    async roleOf(chatId, telegramId) {
      const ask = () => askTelegram(transport, { chat_id: chatId, user_id: telegramId })
      return raisedRole(await keep(placeOf(chatId, telegramId), ask), telegramId, named)
    },
    async isLinkedChannel(chatId, channelId) {
      const ask = async () => ((await isLinked(transport, chatId, channelId)) ? 'agent' : null)
      return (await keep(placeOf(chatId, channelId), ask)) !== null
    },
    async newIdOf(chatId) {
      // Of all that leaves no trace in a group, this alone is refused where the group has moved.
      const answer = await transport.call('sendChatAction', { chat_id: chatId, action: 'typing' })
      if (answer.kind === 'ok') return null
      if (answer.kind === 'error' && answer.code !== 429 && answer.code < 500)
        return answer.parameters.migrate_to_chat_id ?? null
      throw new UnavailableError(`whether the staff group has moved (${answer.description})`)
    },
    async ownPlace(chatId, botId) {
      const [member, chat] = await Promise.all([
        transport.call('getChatMember', { chat_id: chatId, user_id: botId }),
        transport.call('getChat', { chat_id: chatId }),
      ])
      for (const answer of [member, chat]) {
        if (answer.kind === 'ok') continue
        // It is not there any more: there is nothing to be checked, and nobody to be told.
        if (answer.kind === 'error' && answer.code < 500 && answer.code !== 429) return null
        throw new UnavailableError(`the bot's own place (${answer.description})`)
      }
      if (member.kind !== 'ok' || chat.kind !== 'ok') return null
      const { is_forum: isForum } = chat.result as { readonly is_forum?: boolean }
      return { member: member.result as ChatMember, isForum: isForum === true }
    },
    forget(chatId, telegramId) {
      known.delete(placeOf(chatId, telegramId))
    },
  }
}

function placeOf(chatId: number, telegramId: number): string {
  return `${chatId}:${telegramId}`
}

/** https://core.telegram.org/bots/api#chatfullinfo, `linked_chat_id` */
async function isLinked(transport: Transport, chatId: number, channelId: number): Promise<boolean> {
  const answer = await transport.call('getChat', { chat_id: chatId })
  if (answer.kind !== 'ok') throw new UnavailableError(`the staff group's channel (${answer.description})`)
  return (answer.result as { readonly linked_chat_id?: number }).linked_chat_id === channelId
}

async function askTelegram(transport: Transport, payload: object): Promise<Role | null> {
  const answer = await transport.call('getChatMember', payload)
  if (answer.kind === 'ok') {
    const member = answer.result as { readonly status?: string; readonly is_member?: boolean }
    if (member.status === 'restricted' && member.is_member === true) return 'agent'
    return ROLE_OF_STATUS[member.status ?? ''] ?? null
  }
  // "User not found", "member not found": nobody we know.
  const isNobody =
    answer.kind === 'error' && answer.code === 400 && !/chat not found/i.test(answer.description)
  if (isNobody) return null
  // Anything else is no answer, neither that the bot is out of the group nor that its token is refused: both get mended.
  throw new UnavailableError(`the staff group's members (${answer.description})`)
}
