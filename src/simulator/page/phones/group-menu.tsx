import { useSignal } from '@preact/signals'
import type { GroupView, TopicView } from '../../playground/protocol.ts'
import { FormDialog } from '../frame/dialog.tsx'
import { Icon } from '../frame/icons.tsx'
import { MenuButton, MenuItem, MenuTitle } from '../frame/menu-button.tsx'
import { act } from '../store/act.ts'
import { words } from '../words/words.ts'
import type { HeldPhone } from './held-phone.ts'
import { MembersDialog } from './members-dialog.tsx'
import { DeleteTopicDialog, NewTopicDialog } from './topic-dialogs.tsx'

type Question = 'members' | 'topic' | 'upgrade' | 'delete-topic'

/** What can be done with a group and with the topic that is open. */
export function GroupMenu({ phone, group }: { phone: HeldPhone; group: GroupView }) {
  const asking = useSignal<Question | null>(null)
  const topic = phone.topics?.find(({ id }) => id === phone.at.topicId)
  const byId = phone.at.personId
  const ask = (question: Question) => () => {
    asking.value = question
  }
  const close = () => {
    asking.value = null
  }
  return (
    <>
      <MenuButton label={words.value.phone.menu} face={<Icon name="menu" />}>
        {topic ? <TopicItems group={group} byId={byId} topic={topic} onDelete={ask('delete-topic')} /> : null}
        <GroupItems group={group} ask={ask} />
      </MenuButton>
      {asking.value === 'members' ? <MembersDialog group={group} byId={byId} onClose={close} /> : null}
      {asking.value === 'topic' ? <NewTopicDialog phone={phone} onClose={close} /> : null}
      {asking.value === 'upgrade' ? <UpgradeDialog group={group} byId={byId} onClose={close} /> : null}
      {asking.value === 'delete-topic' && topic ? (
        <DeleteTopicDialog phone={phone} topic={topic} onClose={close} />
      ) : null}
    </>
  )
}

function GroupItems({ group, ask }: { group: GroupView; ask(question: Question): () => void }) {
  const { phone } = words.value
  const { id: groupId, isForum, kind, linkedChannelId } = group
  const isLinked = linkedChannelId !== null
  return (
    <>
      <MenuItem onClick={ask('members')}>{phone.membersAndBot}</MenuItem>
      {isForum ? <MenuItem onClick={ask('topic')}>{phone.createTopic}</MenuItem> : null}
      {kind === 'group' ? (
        <MenuItem onClick={ask('upgrade')}>{phone.upgrade}</MenuItem>
      ) : (
        <MenuItem onClick={() => void act({ do: 'set-forum', groupId, isForum: !isForum })}>
          {isForum ? phone.forumOff : phone.forumOn}
        </MenuItem>
      )}
      <MenuItem onClick={() => void act({ do: 'link-channel', groupId, isLinked: !isLinked })}>
        {isLinked ? phone.unlinkChannel : phone.linkChannel}
      </MenuItem>
    </>
  )
}

function TopicItems(props: { group: GroupView; byId: number; topic: TopicView; onDelete(): void }) {
  const { phone } = words.value
  const { group, byId, topic, onDelete } = props
  const isClosed = topic.state === 'closed'
  const turn = isClosed ? 'reopen-topic' : 'close-topic'
  return (
    <>
      <MenuTitle>{topic.name}</MenuTitle>
      <MenuItem onClick={() => void act({ do: turn, groupId: group.id, byId, topicId: topic.id })}>
        {isClosed ? phone.reopenTopic : phone.closeTopic}
      </MenuItem>
      <MenuItem class="danger-text" onClick={onDelete}>
        {phone.deleteTopic}
      </MenuItem>
      <hr />
    </>
  )
}

function UpgradeDialog(props: { group: GroupView; byId: number; onClose(): void }) {
  const { group, byId, onClose } = props
  const { phone } = words.value
  const upgrade = () => act({ do: 'upgrade', groupId: group.id, byId })
  return (
    <FormDialog title={group.title} submit={phone.upgrade} onClose={onClose} onSubmit={upgrade}>
      <p>{phone.upgradeHint}</p>
    </FormDialog>
  )
}
