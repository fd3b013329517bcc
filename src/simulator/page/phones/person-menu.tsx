import { useSignal } from '@preact/signals'
import type { PersonView } from '../../playground/protocol.ts'
import { FormDialog, typed } from '../frame/dialog.tsx'
import { Field } from '../frame/field.tsx'
import { Icon } from '../frame/icons.tsx'
import { MenuButton } from '../frame/menu-button.tsx'
import { act } from '../store/act.ts'
import { words } from '../words/words.ts'
import { fullName } from './names.ts'
import { LanguageInput, languageName } from './new-person-dialog.tsx'

/** What a person can do to their account and to the bot. */
export function PersonMenu({ person }: { person: PersonView }) {
  const { phone } = words.value
  const asking = useSignal<'language' | 'delete' | null>(null)
  const close = () => {
    asking.value = null
  }
  const { user, hasBlocked, isDeactivated } = person
  const code = user.language_code
  return (
    <>
      <MenuButton label={phone.menu} face={<Icon name="menu" />}>
        <button type="button" onClick={() => (asking.value = 'language')}>
          <span class="two-lines">
            {phone.changeLanguage}
            <span class="quiet small">{code ? languageName(code) : phone.noLanguage}</span>
          </span>
        </button>
        <button
          type="button"
          onClick={() => void act({ do: hasBlocked ? 'unblock' : 'block', personId: user.id })}
        >
          {hasBlocked ? phone.unblock : phone.block}
        </button>
        {isDeactivated ? null : (
          <button type="button" class="danger-text" onClick={() => (asking.value = 'delete')}>
            {phone.deleteAccount}
          </button>
        )}
      </MenuButton>
      {asking.value === 'language' ? <LanguageDialog person={person} onClose={close} /> : null}
      {asking.value === 'delete' ? <DeleteDialog person={person} onClose={close} /> : null}
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
