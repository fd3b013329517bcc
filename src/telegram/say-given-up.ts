import type { Message, Update } from 'grammy/types'
import { createStaffGroups } from '../app/staff-groups.ts'
import type { InboxEvent } from '../delivery/inbox-event.ts'
import type { DeskUnit } from './context.ts'
import type { EventHandlerDeps } from './handle-event.ts'
import { replyTo, toPerson, toStaffGroup } from './outgoing.ts'
import { pickLanguage } from './pick-language.ts'
import { htmlText } from './views/keyboard.ts'

/** An event that could not be worked is kept; whoever waits for something gets an honest sentence, the agents a word. */
export async function sayGivenUp(
  deps: EventHandlerDeps,
  event: InboxEvent,
  unit: DeskUnit,
): Promise<readonly []> {
  const update = event.body.kind === 'update' ? (event.body.update as Update) : null
  const message = update === null ? undefined : messageIn(update)
  const id = () => deps.ids.next()
  const method = 'sendMessage'
  const person = update === null || message === undefined ? null : privateSender(update, message)
  if (person !== null) {
    const known = await unit.customers.byTelegramId(person.id).catch(() => null)
    const t = deps.textsFor(known?.language ?? pickLanguage(person.languageCode, deps.defaultLanguage))
    unit.send(toPerson(person.id, { id: id(), method, payload: htmlText(t.html('given-up-customer')) }))
  }
  const groups = createStaffGroups(deps.rules, unit.staffGroups)
  const main = await groups.main()
  if (main === null) return []
  const t = deps.textsFor(deps.defaultLanguage)
  const vars = { event: String(event.seq) }
  if (message !== undefined && (await groups.isOurs(message.chat.id))) {
    // Under the very message, where its author looks for what became of it.
    const topicId = message.is_topic_message ? (message.message_thread_id ?? null) : null
    const payload = { ...htmlText(t.html('given-up-agent', vars)), ...replyTo(message.message_id) }
    unit.send(toStaffGroup(message.chat.id, topicId, { id: id(), method, payload }))
    return []
  }
  const text =
    person === null ? t.html('given-up-desk', vars) : t.html('given-up-staff', { ...vars, name: person.name })
  unit.send(toStaffGroup(main, null, { id: id(), method, payload: htmlText(text) }))
  return []
}

function messageIn(update: Update): Message | undefined {
  const tapped = update.callback_query?.message as Message | undefined
  return update.message ?? update.edited_message ?? tapped
}

function privateSender(
  update: Update,
  message: Message,
): { id: number; name: string; languageCode: string | undefined } | null {
  const from = update.message?.from ?? update.edited_message?.from ?? update.callback_query?.from
  if (message.chat.type !== 'private' || from === undefined) return null
  return { id: from.id, name: from.first_name, languageCode: from.language_code }
}
