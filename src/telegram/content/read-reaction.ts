import type { MessageReactionUpdated } from 'grammy/types'

/** The emoji somebody reacts with now, the last of several; null: they took it back; undefined: one that a bot can't set. */
export function emojiOf({ new_reaction: now }: MessageReactionUpdated): string | null | undefined {
  if (now.length === 0) return null
  const last = now.at(-1)
  return last?.type === 'emoji' ? last.emoji : undefined
}
