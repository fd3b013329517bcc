import { useSignal } from '@preact/signals'
import type { PersonView, TopicView } from '../../playground/protocol.ts'
import { FormDialog, typed } from '../frame/dialog.tsx'
import { Field } from '../frame/field.tsx'
import { Icon } from '../frame/icons.tsx'
import { MenuButton, MenuItem, MenuTitle } from '../frame/menu-button.tsx'
import { act } from '../store/act.ts'
import { settings } from '../store/world.ts'
import { words } from '../words/words.ts'
import type { HeldPhone } from './held-phone.ts'
import { fullName } from './names.ts'
import { LanguageInput, languageName } from './new-person-dialog.tsx'
import { DeleteTopicDialog, NewTopicDialog } from './topic-dialogs.tsx'

type Question = 'language' | 'delete' | 'topic' | 'delete-topic'

/** What a person can do to their account, to the bot and to the topic of the chat that is open. */
export function PersonMenu({ phone: held, topic }: { phone: HeldPhone; topic: TopicView | undefined }) {
  const { phone } = words.value
  const asking = useSignal<Question | null>(null)
  const ask = (question: Question) => () => {
    asking.value = question
  }
  const close = () => {
    asking.value = null
  }
  const { person } = held
  const { user, hasBlocked, isDeactivated } = person
  const code = user.language_code
  return (
    <>
      <MenuButton label={phone.menu} face={<Icon name="menu" />}>
        <TopicItems person={person} topic={topic} ask={ask} />
        <MenuItem onClick={ask('language')}>
          <span class="two-lines">
            {phone.changeLanguage}
            <span class="quiet small">{code ? languageName(code) : phone.noLanguage}</span>
          </span>
        </MenuItem>
        <MenuItem onClick={() => void act({ do: hasBlocked ? 'unblock' : 'block', personId: user.id })}>
          {hasBlocked ? phone.unblock : phone.block}
        </MenuItem>
        {isDeactivated ? null : (
          <MenuItem class="danger-text" onClick={ask('delete')}>
            {phone.deleteAccount}
          </MenuItem>
        )}
      </MenuButton>
      {asking.value === 'language' ? <LanguageDialog person={person} onClose={close} /> : null}
      {asking.value === 'delete' ? <DeleteDialog person={person} onClose={close} /> : null}
      {asking.value === 'topic' ? <NewTopicDialog phone={held} onClose={close} /> : null}
      {asking.value === 'delete-topic' && topic ? (
        <DeleteTopicDialog phone={held} topic={topic} onClose={close} />
      ) : null}
    </>
  )
}

interface TopicItemsProps {
  person: PersonView
  topic: TopicView | undefined
  ask(question: Question): () => void
}

/** Nothing while the bot has no topics in private chats, or nobody could write there. */
function TopicItems({ person: { hasStarted, hasBlocked, isDeactivated }, topic, ask }: TopicItemsProps) {
  const { phone } = words.value
  if (!settings.value?.privateTopics || !hasStarted || hasBlocked || isDeactivated) return null
  return (
    <>
      {topic ? <MenuTitle>{topic.name}</MenuTitle> : null}
      {topic ? (
        <MenuItem class="danger-text" onClick={ask('delete-topic')}>
          {phone.deleteTopic}
        </MenuItem>
      ) : null}
      <MenuItem onClick={ask('topic')}>{phone.createTopic}</MenuItem>
      <hr />
    </>
  )
}

interface PersonDialogProps {
  person: PersonView
  onClose(): void
}

function LanguageDialog({ person: { user }, onClose }: PersonDialogProps) {
  const { phone, composer } = words.value
  const change = (form: FormData) =>
    act({ do: 'set-language', personId: user.id, languageCode: typed(form, 'language') ?? '' })
  return (
    <FormDialog title={phone.changeLanguage} submit={composer.save} onClose={onClose} onSubmit={change}>
      <Field label={phone.languageCode}>
        {(id) => <LanguageInput id={id} value={user.language_code ?? ''} />}
      </Field>
    </FormDialog>
  )
}

function DeleteDialog({ person: { user }, onClose }: PersonDialogProps) {
  const { phone, common } = words.value
  return (
    <FormDialog
      title={phone.deleteAccount}
      submit={common.delete}
      isDangerous
      onClose={onClose}
      onSubmit={() => act({ do: 'deactivate', personId: user.id })}
    >
      <p>{phone.deleteAccountHint(fullName(user))}</p>
    </FormDialog>
  )
}
