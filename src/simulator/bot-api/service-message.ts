import type { MessageContent } from './types.ts'

const SERVICE_FIELDS = [
  'forum_topic_created',
  'forum_topic_edited',
  'forum_topic_closed',
  'forum_topic_reopened',
  'new_chat_members',
  'left_chat_member',
  'pinned_message',
  'migrate_to_chat_id',
  'migrate_from_chat_id',
  'group_chat_created',
] as const satisfies readonly (keyof MessageContent)[]

/** Whether the message only tells what happened in the chat; such a message cannot be edited, copied or forwarded. */
export function isServiceMessage(message: MessageContent): boolean {
  return SERVICE_FIELDS.some((field) => message[field] !== undefined)
}
