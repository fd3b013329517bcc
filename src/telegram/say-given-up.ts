import type { Update } from 'grammy/types'
import type { InboxEvent } from '../delivery/inbox-event.ts'
import type { DeskUnit } from './context.ts'
import type { EventHandlerDeps } from './handle-event.ts'
import { toPerson, toStaffGroup } from './outgoing.ts'
import { pickLanguage } from './pick-language.ts'
import { htmlText } from './views/keyboard.ts'

/** An update that could not be worked is kept; its customer gets an honest sentence, the agents a word. */
export async function sayGivenUp(
  deps: EventHandlerDeps,
  event: InboxEvent,
  unit: DeskUnit,
): Promise<readonly []> {
  const { staffChatId } = deps.rules
  const person = event.body.kind === 'update' ? privateSender(event.body.update as Update) : null
  const send = (call: Parameters<typeof unit.send>[0]) => unit.send(call)
  if (person !== null) {
    const t = deps.textsFor(pickLanguage(person.languageCode, deps.defaultLanguage))
    const payload = htmlText(t.html('given-up-customer'))
    send(toPerson(person.id, { id: deps.ids.next(), method: 'sendMessage', payload }))
  }
  if (staffChatId !== null) {
    const t = deps.textsFor(deps.defaultLanguage)
    const name = person?.name ?? '—'
    const payload = htmlText(t.html('given-up-staff', { name, event: String(event.seq) }))
    send(toStaffGroup(staffChatId, null, { id: deps.ids.next(), method: 'sendMessage', payload }))
  }
  return []
}

function privateSender(
  update: Update,
): { id: number; name: string; languageCode: string | undefined } | null {
  const message = update.message ?? update.edited_message ?? update.callback_query?.message
  const from = update.message?.from ?? update.edited_message?.from ?? update.callback_query?.from
  if (message?.chat.type !== 'private' || from === undefined) return null
  return { id: from.id, name: from.first_name, languageCode: from.language_code }
}
