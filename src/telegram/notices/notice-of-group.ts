import type { LostWord } from '../../app/group-notices.ts'
import { wordInPrivate } from '../agent-words.ts'
import { replyTo, toStaffGroup } from '../outgoing.ts'
import { htmlText } from '../views/keyboard.ts'
import type { NoticeScope } from './notice-scope.ts'

/** Said in the group under its new id: what the owner may write where. Nothing depends on it. */
export function noticeOfMove(scope: NoticeScope, { from, to }: { from: number; to: number }): void {
  const text = scope.staffTexts.html('group-moved', { old: String(from), id: String(to) })
  scope.unit.send(
    toStaffGroup(to, null, { id: scope.ids.next(), method: 'sendMessage', payload: htmlText(text) }),
  )
}

/** One message says both why it did not come in private, with the mend, and the word itself. */
export function noticeOfLostWord(scope: NoticeScope, { html, markup, agent, asked, bot }: LostWord): void {
  const t = scope.staffTexts
  const why = t.html('agent-not-reached', { name: agent.name, id: String(agent.telegramId), bot })
  const payload = { ...htmlText(`${why}\n\n${html}`), ...markup, ...replyTo(asked.messageId) }
  scope.unit.send(
    toStaffGroup(asked.chatId, asked.topicId, { id: scope.ids.next(), method: 'sendMessage', payload }),
  )
}

/** What everybody sees instead goes; a private chat is the next best place. */
export function noticeOfLostAside(scope: NoticeScope, lost: LostWord, shownAs: number | null): void {
  const { chatId } = lost.asked
  if (shownAs !== null) {
    const payload = { message_id: shownAs }
    const id = scope.ids.next()
    scope.unit.send(
      toStaffGroup(chatId, null, { id, method: 'deleteMessage', payload, policy: 'repeatable' }),
    )
  }
  scope.unit.send(wordInPrivate(scope.ids.next(), lost))
}
