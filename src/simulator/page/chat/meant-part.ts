import type { MessageView } from '../../playground/protocol.ts'

/** The messages that a menu is about. */
export interface Meant {
  /** What is copied, forwarded, deleted. */
  all: readonly MessageView[]
  toReply: MessageView
  toEdit: MessageView
  /** Reactions to an album belong to its first part (https://core.telegram.org/bots/api#setmessagereaction). */
  toReact: MessageView
}

/**
 * What is meant by a message: of an album the part that was pressed, or else the whole, as in Telegram Desktop.
 * @param part the key of the part; null for the whole
 * @returns null for no message at all
 */
export function meantPart(views: readonly MessageView[], part: string | null): Meant | null {
  const [first] = views
  if (!first) return null
  const pressed = views.find(({ key }) => key === part)
  if (pressed) return { all: [pressed], toReply: pressed, toEdit: pressed, toReact: first }
  const withCaption = views.find(({ message }) => message.caption !== undefined)
  return { all: views, toReply: first, toEdit: withCaption ?? first, toReact: first }
}
