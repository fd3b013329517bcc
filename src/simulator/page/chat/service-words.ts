import type { Message, User } from '../../bot-api/types.ts'
import { fullName } from '../phones/names.ts'
import type { ChatWords } from '../words/chat-en.ts'
import type { Reader } from './dates-in-text.ts'
import { preview } from './preview.ts'
import { senderOf } from './sender.ts'

/** What happened in the chat, in a sentence; null for an ordinary message. */
export function serviceWords(message: Message, words: ChatWords, reader: Reader): string | null {
  const { service } = words
  const who = senderOf(message).name
  const { forum_topic_created: created, forum_topic_edited: edited } = message
  if (created) return service.topicCreated(who, created.name)
  if (edited)
    return edited.name === undefined ? service.topicIcon(who) : service.topicRenamed(who, edited.name)
  if (message.forum_topic_closed) return service.topicClosed(who)
  if (message.forum_topic_reopened) return service.topicReopened(who)
  const { pinned_message: pinned } = message
  if (pinned) return service.pinned(who, short(preview(pinned, words, reader)))
  if (message.migrate_to_chat_id !== undefined) return service.upgraded
  if (message.migrate_from_chat_id !== undefined) return service.upgradedFrom
  if (message.group_chat_created) return service.groupCreated(who)
  return membershipWords(message, words)
}

function membershipWords(message: Message, { service }: ChatWords): string | null {
  const { from, new_chat_members: joined, left_chat_member: gone } = message
  const who = senderOf(message).name
  const isSelf = (user: User) => user.id === from?.id
  if (joined) {
    return joined.every(isSelf) ? service.joined(who) : service.added(who, joined.map(fullName).join(', '))
  }
  if (!gone) return null
  return isSelf(gone) ? service.left(who) : service.removed(who, fullName(gone))
}

/** Longer words than this are cut in a line that only mentions a message. */
const MAX_MENTION = 40

function short(text: string): string {
  const characters = [...text]
  return characters.length > MAX_MENTION ? `${characters.slice(0, MAX_MENTION).join('').trimEnd()}…` : text
}
