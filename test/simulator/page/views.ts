import type { GroupView, MessageView, PersonView } from '../../../src/simulator/playground/protocol.ts'

/** What the server tells of a person, a group and a message, as far as a test cares. */
export function aPerson(id: number, first_name = `Person ${id}`): PersonView {
  return {
    user: { id, is_bot: false, first_name },
    hasStarted: true,
    hasBlocked: false,
    isDeactivated: false,
    pinned: [],
    topics: [],
    keyboard: null,
  }
}

type MemberStatus = GroupView['members'][number]['status']

export function aGroup(
  id: number,
  members: Record<number, MemberStatus>,
  more: Partial<GroupView> = {},
): GroupView {
  return {
    id,
    title: `Group ${id}`,
    kind: 'supergroup',
    isForum: false,
    members: Object.entries(members).map(([userId, status]) => {
      return { userId: Number(userId), status, isAnonymous: false, rights: [] }
    }),
    topics: [],
    pinned: [],
    linkedChannelId: null,
    upgradedTo: null,
    ...more,
  }
}

export function aMessage(chatId: number, order: number, more: Partial<MessageView> = {}): MessageView {
  return {
    chatId,
    key: String(order),
    order,
    message: { message_id: order, date: 0, chat: { id: chatId, type: 'supergroup' } },
    isDeleted: false,
    isEdited: false,
    isFromBot: false,
    authorId: null,
    asksReply: null,
    reactions: [],
    onlyFor: null,
    delivery: 'taken',
    ...more,
  }
}

export function inTopic(chatId: number, order: number, topicId: number): MessageView {
  const chat = { id: chatId, type: 'supergroup' as const }
  const message = { message_id: order, date: 0, chat, is_topic_message: true, message_thread_id: topicId }
  return aMessage(chatId, order, { message: { ...message, is_topic_message: true as const } })
}
