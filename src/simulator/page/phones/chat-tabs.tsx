import { here, returnToChat } from '../store/here.ts'
import { isShownTo } from '../store/last-message.ts'
import { isNews } from '../store/seen.ts'
import { groupsOf } from '../store/settle-place.ts'
import { topicsOf } from '../store/topics.ts'
import { bot, groups, messagesOf } from '../store/world.ts'
import { words } from '../words/words.ts'
import type { HeldPhone } from './held-phone.ts'
import { fullName } from './names.ts'
import { topicRows } from './topic-rows.ts'

/** The chats of the person: the bot, and the groups they are in. */
export function ChatTabs({ phone: { side, person } }: { phone: HeldPhone }) {
  const personId = person.user.id
  const { phone } = words.value
  const open = here.value[side].chatId
  const name = bot.value?.user.first_name ?? phone.botChat
  return (
    <nav class="chat-tabs" aria-label={phone.chatsOf(fullName(person.user))}>
      <Tab
        title={name}
        isOpen={open === personId}
        hasNews={hasNews(personId, personId)}
        onOpen={() => returnToChat(side, personId)}
      />
      {groupsOf(personId, groups.value).map(({ id, title }) => (
        <Tab
          key={id}
          title={title}
          isOpen={open === id}
          hasNews={hasNews(personId, id)}
          onOpen={() => returnToChat(side, id)}
        />
      ))}
    </nav>
  )
}

function Tab(props: { title: string; isOpen: boolean; hasNews: boolean; onOpen(): void }) {
  const { title, isOpen, hasNews, onOpen } = props
  return (
    <button type="button" aria-current={isOpen ? 'page' : undefined} onClick={onOpen}>
      <span class="cut">{title}</span>
      {hasNews && !isOpen ? (
        <span class="dot">
          <span class="for-reader">{words.value.phone.unread}</span>
        </span>
      ) : null}
    </button>
  )
}

/** Whether anything in the chat is news, whatever its topic. */
function hasNews(viewerId: number, chatId: number): boolean {
  const topics = topicsOf(chatId)
  const messages = messagesOf(chatId).value
  if (topics) {
    return topicRows({ topics }, messages, viewerId, '').some(({ id, last }) => isNews(viewerId, last, id))
  }
  return isNews(
    viewerId,
    messages.findLast((each) => isShownTo(viewerId, each)),
    null,
  )
}
