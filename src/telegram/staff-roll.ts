import type { Clock, Transport } from '../delivery/ports.ts'
import { UnavailableError } from '../domain/errors.ts'

/** A membership that was asked for holds this long. Milliseconds. */
const KEPT_MS = 60_000
const STAFF_STATUSES: readonly string[] = ['creator', 'administrator', 'member']

export interface StaffRoll {
  /** Whether the account is in the staff group now. @throws UnavailableError when Telegram can't be asked */
  isStaff(telegramId: number): Promise<boolean>
  /** What was known of the account is void. */
  forget(telegramId: number): void
}

/** Who is an agent: the current members of the staff group, nobody else. */
export function createStaffRoll(transport: Transport, clock: Clock, staffChatId: number | null): StaffRoll {
  const known = new Map<number, { readonly isStaff: boolean; readonly until: number }>()
  return {
    async isStaff(telegramId) {
      if (staffChatId === null) return false
      const now = clock.now().getTime()
      const kept = known.get(telegramId)
      if (kept !== undefined && now < kept.until) return kept.isStaff
      const isStaff = await askTelegram(transport, { chat_id: staffChatId, user_id: telegramId })
      known.set(telegramId, { isStaff, until: now + KEPT_MS })
      return isStaff
    },
    forget(telegramId) {
      known.delete(telegramId)
    },
  }
}

async function askTelegram(transport: Transport, payload: object): Promise<boolean> {
  const answer = await transport.call('getChatMember', payload)
  if (answer.kind === 'ok') {
    const member = answer.result as { readonly status?: string; readonly is_member?: boolean }
    return (
      STAFF_STATUSES.includes(member.status ?? '') ||
      (member.status === 'restricted' && member.is_member === true)
    )
  }
  // "User not found", "member not found": nobody we know. Anything else is no answer.
  if (answer.kind === 'error' && answer.code === 400) return false
  const what = `the staff group's members (${answer.description})`
  if (answer.kind !== 'error' || answer.code === 429 || answer.code >= 500) throw new UnavailableError(what)
  throw new Error(`Telegram refuses ${what}`)
}
