import type { Message } from '../bot-api/types.ts'
import { richWords } from './rich-words.ts'

/** The lines of a message or of an album: what it carries, then its text. */
export function describeContent(messages: readonly Message[]): string[] {
  const [first] = messages
  if (!first) return []
  const media = describeMedia(messages)
  const texts = messages.flatMap((message) => message.text ?? message.caption ?? [])
  const rich = first.rich_message ? [richWords(first.rich_message)] : []
  return [...media, ...texts, ...rich]
}

function describeMedia(messages: readonly Message[]): string[] {
  const photos = messages.filter(({ photo }) => photo).length
  const others = messages.flatMap((message) => describeOne(message) ?? [])
  const shownPhotos = photos === 0 ? [] : [photos === 1 ? '📷 photo' : `📷 ×${photos}`]
  return [...shownPhotos, ...others]
}

function describeOne(message: Message): string | undefined {
  const { animation, document, video, audio, voice, sticker, location, venue, contact, poll, dice } = message
  if (animation) return `🎞 ${animation.file_name ?? 'animation'}`
  if (document) return `📎 ${document.file_name ?? 'file'}`
  if (video) return `🎬 ${video.file_name ?? 'video'}`
  if (audio) return `🎵 ${audio.title ?? audio.file_name ?? 'audio'}`
  if (voice) return `🎤 voice, ${voice.duration} s`
  if (message.video_note) return '⏺ video message'
  if (sticker) return `${sticker.emoji ?? '🙂'} sticker`
  if (venue) return `📍 ${venue.title}, ${venue.address}`
  if (location) return `📍 ${location.latitude}, ${location.longitude}`
  if (contact) return `👤 ${contact.first_name} ${contact.phone_number}`
  if (poll) return `📊 ${poll.question}: ${poll.options.map(({ text }) => text).join(' / ')}`
  return dice ? `${dice.emoji} ${dice.value}` : undefined
}

/** One line for what happened in the chat; undefined for an ordinary message. */
export function serviceLine(message: Message): string | undefined {
  const names = (users: { first_name: string }[]) => users.map(({ first_name }) => first_name).join(', ')
  if (message.forum_topic_created) return `topic “${message.forum_topic_created.name}” opened`
  if (message.forum_topic_edited) {
    const { name } = message.forum_topic_edited
    return name ? `topic renamed to “${name}”` : 'topic icon changed'
  }
  if (message.forum_topic_closed) return 'topic closed'
  if (message.forum_topic_reopened) return 'topic reopened'
  if (message.new_chat_members) return `${names(message.new_chat_members)} joined`
  if (message.left_chat_member) return `${message.left_chat_member.first_name} left`
  if (message.pinned_message) return 'message pinned'
  if (message.migrate_to_chat_id) return 'the group became a supergroup'
  return message.migrate_from_chat_id ? 'a group became this supergroup' : undefined
}
