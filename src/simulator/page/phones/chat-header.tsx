import type { GroupView } from '../../playground/protocol.ts'
import { Avatar } from '../frame/avatar.tsx'
import { isIn } from '../store/settle-place.ts'
import { bot } from '../store/world.ts'
import { words } from '../words/words.ts'
import { GroupMenu } from './group-menu.tsx'
import type { HeldPhone } from './held-phone.ts'
import { PersonMenu } from './person-menu.tsx'

/** What is open, and what can be done with it. */
export function ChatHeader({ phone }: { phone: HeldPhone }) {
  const { group, at } = phone
  return (
    <header class="chat-header">
      {group ? <GroupTitle group={group} topicId={at.topicId} /> : <BotTitle />}
      {group ? <GroupMenu phone={phone} group={group} /> : <PersonMenu person={phone.person} />}
    </header>
  )
}

function BotTitle() {
  const user = bot.value?.user
  const { phone } = words.value
  const name = user?.first_name ?? phone.botChat
  return (
    <>
      <Avatar id={user?.id ?? 0} name={name} />
      <div class="two-lines">
        <h2 class="cut">{name}</h2>
        <p class="quiet small cut">{phone.isBot}</p>
      </div>
    </>
  )
}

function GroupTitle({ group, topicId }: { group: GroupView; topicId: number | null }) {
  const { phone } = words.value
  const topic = group.topics.find(({ id }) => id === topicId)
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
