import type { TopicView } from '../../playground/protocol.ts'
import { FormDialog, typed } from '../frame/dialog.tsx'
import { Field } from '../frame/field.tsx'
import { act } from '../store/act.ts'
import { openTopic } from '../store/here.ts'
import { words } from '../words/words.ts'
import type { HeldPhone } from './held-phone.ts'

interface TopicDialogProps {
  phone: HeldPhone
  onClose(): void
}

/** Opens a topic in the chat that is open, and shows it. */
export function NewTopicDialog({ phone: { side, at }, onClose }: TopicDialogProps) {
  const { phone, common } = words.value
  const create = async (form: FormData) => {
    const name = typed(form, 'name') ?? ''
    const answer = await act({ do: 'create-topic', groupId: at.chatId, name, personId: at.personId })
    if (answer.isOk && answer.topicId !== undefined) openTopic(side, answer.topicId)
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

/** Asks before a topic goes with all that is in it. */
export function DeleteTopicDialog(props: TopicDialogProps & { topic: TopicView }) {
  const { phone, common } = words.value
  const { phone: held, topic, onClose } = props
  const remove = () => act({ do: 'delete-topic', groupId: held.at.chatId, topicId: topic.id })
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
