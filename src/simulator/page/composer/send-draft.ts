import type { Signal } from '@preact/signals'
import type { Act, ActAnswer } from '../../playground/act-protocol.ts'
import type { HeldPhone } from '../phones/held-phone.ts'
import { act, upload } from '../store/act.ts'
import { afterSending, type Draft, takeBack } from '../store/drafts.ts'
import { readTypedMarkup } from './typed-markup.ts'

let queue: Promise<unknown> = Promise.resolve()

/** Sends what is written, one after the other as it was written; what is refused comes back into the draft. */
export function sendDraft(phone: HeldPhone, draft: Signal<Draft>): void {
  const written = draft.value
  if (written.text.trim() === '' && !written.editing?.replacement) return
  draft.value = afterSending(written)
  queue = queue.then(async () => {
    const { isOk } = await perform(phone, written)
    if (!isOk) takeBack(draft, written)
  })
}

async function perform(phone: HeldPhone, written: Draft): Promise<ActAnswer> {
  const wanted = actOf(phone, written)
  const { replacement } = written.editing ?? {}
  if (wanted.do !== 'edit' || !replacement) return act(wanted)
  const brought = await upload(replacement.file)
  if (!brought.isOk) return brought
  return act({ ...wanted, item: { uploadId: brought.uploadId, kind: replacement.kind } })
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
