import { useLayoutEffect, useRef } from 'preact/hooks'
import type { TopicView } from '../../playground/protocol.ts'
import { Icon } from '../frame/icons.tsx'
import { openTopic } from '../store/here.ts'
import { isNews } from '../store/seen.ts'
import { bot, messagesOf } from '../store/world.ts'
import { words } from '../words/words.ts'
import type { HeldPhone } from './held-phone.ts'
import { fullName } from './names.ts'
import { type TopicRow, topicRows } from './topic-rows.ts'

/** The topics of a forum: a column where the phone is wide, else a strip above the chat. */
export function TopicList({ phone: held, topics }: { phone: HeldPhone; topics: readonly TopicView[] }) {
  const { side, person, group, at } = held
  const { phone } = words.value
  const rows = topicRows({ topics }, messagesOf(at.chatId).value, at.personId, phone.general)
  const list = useOpenInView(rows.findIndex(({ id }) => id === at.topicId))
  const title = group?.title ?? bot.value?.user.first_name ?? phone.botChat
  return (
    <nav class="topics" aria-label={phone.topicsOf(title, fullName(person.user))}>
      <ul ref={list}>
        {rows.map((row) => (
          <li key={row.id ?? 0}>
            <TopicButton row={row} at={at} onOpen={() => openTopic(side, row.id)} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The topic that is open stays in view when it, or those above it, take another place. */
function useOpenInView(index: number) {
  const list = useRef<HTMLUListElement>(null)
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [index])
  return list
}

function TopicButton({ row, at, onOpen }: { row: TopicRow; at: HeldPhone['at']; onOpen(): void }) {
  const { phone } = words.value
  const { id, name, isClosed, last } = row
  const isOpen = at.topicId === id
  return (
    <button type="button" aria-current={isOpen ? 'page' : undefined} onClick={onOpen}>
      <TopicIcon row={row} />
      <span class="topic-name">{name}</span>
      {isClosed ? (
        <span class="topic-closed" title={phone.closed}>
          <Icon name="lock" />
          <span class="for-reader">{phone.closed}</span>
        </span>
      ) : null}
      {!isOpen && isNews(at.personId, last, id) ? (
        <span class="dot">
          <span class="for-reader">{phone.unread}</span>
        </span>
      ) : null}
    </button>
  )
}

function TopicIcon({ row: { name, iconColor } }: { row: TopicRow }) {
  if (iconColor === null) {
    return (
      <span class="topic-icon general" aria-hidden="true">
        #
      </span>
    )
  }
  const [letter] = [...name.replace(/^\P{L}+/u, '')]
  return (
    <span
      class="topic-icon"
      style={{ backgroundColor: `#${iconColor.toString(16).padStart(6, '0')}` }}
      aria-hidden="true"
    >
      {letter ?? [...name][0]}
    </span>
  )
}
