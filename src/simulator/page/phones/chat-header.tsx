import type { GroupView, TopicView } from '../../playground/protocol.ts'
import { Avatar } from '../frame/avatar.tsx'
import { isIn } from '../store/settle-place.ts'
import { bot } from '../store/world.ts'
import { words } from '../words/words.ts'
import { GroupMenu } from './group-menu.tsx'
import type { HeldPhone } from './held-phone.ts'
import { PersonMenu } from './person-menu.tsx'

/** What is open, and what can be done with it. */
export function ChatHeader({ phone }: { phone: HeldPhone }) {
  const { group, topics, at } = phone
  const topic = topics?.find(({ id }) => id === at.topicId)
  return (
    <header class="chat-header">
      {group ? <GroupTitle group={group} topic={topic} /> : <BotTitle topic={topic} />}
      {group ? <GroupMenu phone={phone} group={group} /> : <PersonMenu phone={phone} topic={topic} />}
    </header>
  )
}

function BotTitle({ topic }: { topic: TopicView | undefined }) {
  const user = bot.value?.user
  const { phone } = words.value
  const name = user?.first_name ?? phone.botChat
  return (
    <>
      <Avatar id={user?.id ?? 0} name={name} />
      <div class="two-lines">
        <h2 class="cut">{topic?.name ?? name}</h2>
        <p class="quiet small cut">{topic ? `${name} · ${phone.isBot}` : phone.isBot}</p>
      </div>
    </>
  )
}

function GroupTitle({ group, topic }: { group: GroupView; topic: TopicView | undefined }) {
  const { phone } = words.value
  const size = phone.members(group.members.filter(isIn).length)
  const kind = phone.kind[group.isForum ? 'forum' : group.kind]
  const below = group.isForum ? group.title : kind
  return (
    <>
      <Avatar id={group.id} name={group.title} />
      <div class="two-lines">
        <h2 class="cut">{topic?.name ?? (group.isForum ? phone.general : group.title)}</h2>
        <p class="quiet small cut">
          {below} · {size}
        </p>
      </div>
    </>
  )
}
