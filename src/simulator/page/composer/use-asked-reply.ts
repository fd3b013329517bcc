import type { Signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { HeldPhone } from '../phones/held-phone.ts'
import { type Draft, startReply } from '../store/drafts.ts'
import { lastFor } from '../store/last-message.ts'

/** Where a reply has been begun already: who gives it up is not asked again. */
const begun = new Set<string>()

/**
 * Begins the reply that the newest message asks for (https://core.telegram.org/bots/api#forcereply), unless something else is being
 * answered or edited.
 * @returns what stands in the empty field meanwhile; undefined: nothing of the bot's own
 */
export function useAskedReply({ at, person }: HeldPhone, draft: Signal<Draft>): string | undefined {
  const { personId, chatId, topicId } = at
  const last = lastFor(personId, chatId, topicId)
  const { onlyFrom = 0 } = last?.asksReply ?? {}
  const isAsked = onlyFrom === null || onlyFrom === person.user.id
  const id = isAsked ? last?.message.message_id : undefined
  useEffect(() => {
    const name = `${personId}.${chatId}.${id}`
    if (id === undefined || begun.has(name)) return
    begun.add(name)
    if (draft.value.replyTo === null && draft.value.editing === null) startReply(draft, id)
  }, [id, personId, chatId, draft])
  const isBegun = id !== undefined && draft.value.replyTo === id
  return isBegun ? (last?.asksReply?.placeholder ?? undefined) : undefined
}
