import type { ReplyMarkup } from '../../bot-api/types.ts'
import type { AnyChat, GroupChat, PrivateChat } from '../../state/chats.ts'
import { hasTopics } from '../../state/topics.ts'
import type { World } from '../../state/world.ts'
import type { BotView, GroupView, PersonView, TopicView } from '../protocol.ts'

export function viewBot({ bot, profile, commands }: World): BotView {
  return {
    user: { ...bot, first_name: profile.get('name') || bot.first_name },
    descriptions: [...profile].flatMap(([key, text]) => {
      const [field, languageCode = ''] = key.split(':')
      return field === 'description' && text !== '' ? [{ languageCode, text }] : []
    }),
    commands: commands.map((list) => ({
      ...list,
      scope: list.scope as BotView['commands'][number]['scope'],
    })),
  }
}

/** @param keyboards the reply keyboards in force, by chat */
export function viewPeople(world: World, keyboards: ReadonlyMap<number, ReplyMarkup>): PersonView[] {
  return [...world.chats.values()].filter(isPrivate).map((chat) => ({
    user: chat.user,
    hasStarted: chat.started,
    hasBlocked: chat.blocked,
    isDeactivated: chat.deactivated,
    pinned: shownPins(chat),
    topics: hasTopics(world, chat) ? viewTopics(chat) : [],
    keyboard: keyboards.get(chat.id) ?? null,
  }))
}

export function viewGroups(world: World): GroupView[] {
  return [...world.chats.values()].filter(isGroup).map((chat) => ({
    id: chat.id,
    title: chat.title,
    kind: chat.kind,
    isForum: chat.isForum,
    members: [...chat.members.values()].map(({ user, status, isAnonymous, rights }) => ({
      userId: user.id,
      status,
      isAnonymous,
      rights: Object.keys(rights).filter((right) => rights[right]),
    })),
    topics: viewTopics(chat),
    pinned: shownPins(chat),
    linkedChannelId: chat.linkedChatId ?? null,
    upgradedTo: chat.upgradedTo ?? null,
  }))
}

const isPrivate = (chat: AnyChat): chat is PrivateChat => chat.kind === 'private'
const isGroup = (chat: AnyChat): chat is GroupChat => chat.kind !== 'private'

function viewTopics({ topics }: AnyChat): TopicView[] {
  return [...topics.values()].map(({ id, name, iconColor, state }) => ({ id, name, iconColor, state }))
}

function shownPins({ pinned, messages }: AnyChat): number[] {
  return pinned.filter((id) => messages.get(id)?.deleted === false)
}
