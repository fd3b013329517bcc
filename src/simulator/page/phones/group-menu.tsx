import { useSignal } from '@preact/signals'
import type { GroupView, TopicView } from '../../playground/protocol.ts'
import { FormDialog, typed } from '../frame/dialog.tsx'
import { Field } from '../frame/field.tsx'
import { Icon } from '../frame/icons.tsx'
import { MenuButton } from '../frame/menu-button.tsx'
import { act } from '../store/act.ts'
import { openTopic } from '../store/here.ts'
import { words } from '../words/words.ts'
import type { HeldPhone } from './held-phone.ts'
import { MembersDialog } from './members-dialog.tsx'

type Question = 'members' | 'topic' | 'upgrade' | 'delete-topic'

/** What can be done with a group and with the topic that is open. */
export function GroupMenu({ phone, group }: { phone: HeldPhone; group: GroupView }) {
  const asking = useSignal<Question | null>(null)
  const topic = group.topics.find(({ id }) => id === phone.at.topicId)
  const ask = (question: Question) => () => {
    asking.value = question
  }
  const close = () => {
    asking.value = null
  }
  return (
    <>
      <MenuButton label={words.value.phone.menu} face={<Icon name="menu" />}>
        {topic ? <TopicItems group={group} topic={topic} onDelete={ask('delete-topic')} /> : null}
        <GroupItems group={group} ask={ask} />
      </MenuButton>
      {asking.value === 'members' ? <MembersDialog group={group} onClose={close} /> : null}
      {asking.value === 'topic' ? <NewTopicDialog phone={phone} group={group} onClose={close} /> : null}
      {asking.value === 'upgrade' ? <UpgradeDialog group={group} onClose={close} /> : null}
      {asking.value === 'delete-topic' && topic ? (
        <DeleteTopicDialog group={group} topic={topic} onClose={close} />
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
      <button type="button" onClick={ask('members')}>
        {phone.membersAndBot}
      </button>
      {isForum ? (
        <button type="button" onClick={ask('topic')}>
          {phone.createTopic}
        </button>
      ) : null}
      {kind === 'group' ? (
        <button type="button" onClick={ask('upgrade')}>
          {phone.upgrade}
        </button>
      ) : (
        <button type="button" onClick={() => void act({ do: 'set-forum', groupId, isForum: !isForum })}>
          {isForum ? phone.forumOff : phone.forumOn}
        </button>
      )}
      <button type="button" onClick={() => void act({ do: 'link-channel', groupId, isLinked: !isLinked })}>
        {isLinked ? phone.unlinkChannel : phone.linkChannel}
      </button>
    </>
  )
}

function TopicItems(props: { group: GroupView; topic: TopicView; onDelete(): void }) {
  const { phone } = words.value
  const { group, topic, onDelete } = props
  const isClosed = topic.state === 'closed'
  const turn = isClosed ? 'reopen-topic' : 'close-topic'
  return (
    <>
      <p class="menu-title">{topic.name}</p>
      <button type="button" onClick={() => void act({ do: turn, groupId: group.id, topicId: topic.id })}>
        {isClosed ? phone.reopenTopic : phone.closeTopic}
      </button>
      <button type="button" class="danger-text" onClick={onDelete}>
        {phone.deleteTopic}
      </button>
      <hr />
    </>
  )
}

interface GroupDialogProps {
  group: GroupView
  onClose(): void
}

function NewTopicDialog({ phone: held, group, onClose }: GroupDialogProps & { phone: HeldPhone }) {
  const { phone, common } = words.value
  const create = async (form: FormData) => {
    const name = typed(form, 'name') ?? ''
    const answer = await act({ do: 'create-topic', groupId: group.id, name, personId: held.at.personId })
    if (answer.isOk && answer.topicId !== undefined) openTopic(held.side, answer.topicId)
    return answer
  }
  return (
    <FormDialog title={phone.createTopic} submit={common.create} onClose={onClose} onSubmit={create}>
      <Field label={phone.topicName}>
        {(id) => <input id={id} name="name" required maxLength={128} autoComplete="off" />}
      </Field>
    </FormDialog>
  )
}

function UpgradeDialog({ group, onClose }: GroupDialogProps) {
  const { phone } = words.value
  const upgrade = () => act({ do: 'upgrade', groupId: group.id })
  return (
    <FormDialog title={group.title} submit={phone.upgrade} onClose={onClose} onSubmit={upgrade}>
      <p>{phone.upgradeHint}</p>
    </FormDialog>
  )
}

function DeleteTopicDialog({ group, topic, onClose }: GroupDialogProps & { topic: TopicView }) {
  const { phone, common } = words.value
  const remove = () => act({ do: 'delete-topic', groupId: group.id, topicId: topic.id })
  return (
    <FormDialog
      title={phone.deleteTopic}
      submit={common.delete}
      isDangerous
      onClose={onClose}
      onSubmit={remove}
    >
      <p>{phone.deleteTopicHint(topic.name)}</p>
    </FormDialog>
  )
}
