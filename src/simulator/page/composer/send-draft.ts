import type { Signal } from '@preact/signals'
import type { Act } from '../../playground/act-protocol.ts'
import type { HeldPhone } from '../phones/held-phone.ts'
import { act } from '../store/act.ts'
import { afterSending, type Draft, takeBack } from '../store/drafts.ts'
import { readTypedMarkup } from './typed-markup.ts'

let queue: Promise<unknown> = Promise.resolve()

/** Sends what is written, one after the other as it was written; what is refused comes back into the draft. */
export function sendDraft(phone: HeldPhone, draft: Signal<Draft>): void {
  const written = draft.value
  if (written.text.trim() === '') return
  draft.value = afterSending(written)
  queue = queue.then(async () => {
    const { isOk } = await act(actOf(phone, written))
    if (!isOk) takeBack(draft, written)
  })
}

function actOf({ actor, place }: HeldPhone, { text, replyTo, editing }: Draft): Act {
  if (editing) {
    return { do: 'edit', actor, chatId: place.chatId, messageId: editing.messageId, text: text.trim() }
  }
  const { text: plain, entities } = readTypedMarkup(text.trim())
  return {
    do: 'send-text',
    actor,
    place,
    text: plain,
    ...(entities.length > 0 && { entities }),
    ...(replyTo !== null && { replyTo }),
  }
}

/** Sends a command in place of what is written, as the reply that was begun. @param command without its slash */
export function sendCommand(phone: HeldPhone, draft: Signal<Draft>, command: string): void {
  draft.value = { ...draft.value, text: `/${command}` }
  sendDraft(phone, draft)
}
