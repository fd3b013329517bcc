import type { ActorView } from '../../playground/act-protocol.ts'
import type { GroupView } from '../../playground/protocol.ts'

/** One's own, anything in a private chat, and in a group anything for an administrator who may delete. */
export function mayDelete(
  { chatId, actor }: { chatId: number; actor: ActorView },
  isOwn: boolean,
  groups: readonly GroupView[],
): boolean {
  const group = groups.find(({ id }) => id === chatId)
  if (isOwn || !group) return true
  if (actor.as === 'other-bot') return false
  const member = group.members.find(({ userId }) => userId === actor.personId)
  return member?.status === 'creator' || (member?.rights.includes('can_delete_messages') ?? false)
}
