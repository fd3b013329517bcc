import { FormDialog, typed } from '../frame/dialog.tsx'
import { Field } from '../frame/field.tsx'
import { act } from '../store/act.ts'
import { openChat } from '../store/here.ts'
import type { Side } from '../store/place.ts'
import { words } from '../words/words.ts'

const KINDS = ['forum', 'supergroup', 'group'] as const
const BOT_ROLES = ['admin', 'member', 'restricted', 'absent'] as const

/** A group whose owner is the one who holds the phone. */
export function NewGroupDialog(props: { side: Side; personId: number; onClose(): void }) {
  const { side, personId, onClose } = props
  const { phone, common } = words.value
  const create = async (form: FormData) => {
    const kind = KINDS.find((each) => each === form.get('kind')) ?? 'forum'
    const bot = BOT_ROLES.find((each) => each === form.get('bot')) ?? 'admin'
    const title = typed(form, 'title') ?? ''
    const created = await act({ do: 'create-group', title, kind, bot, ownerId: personId })
    if (created.isOk && created.groupId !== undefined) openChat(side, created.groupId)
    return created
  }
  return (
    <FormDialog title={phone.newGroup} submit={common.create} onClose={onClose} onSubmit={create}>
      <Field label={phone.groupTitle}>
        {(id) => <input id={id} name="title" required maxLength={128} autoComplete="off" />}
      </Field>
      <Field label={phone.groupKind}>
        {(id) => (
          <select id={id} name="kind">
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {phone.kind[kind]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={phone.botIn}>
        {(id) => (
          <select id={id} name="bot">
            {BOT_ROLES.map((role) => (
              <option key={role} value={role}>
                {phone.roles[role === 'admin' ? 'administrator' : role]}
              </option>
            ))}
          </select>
        )}
      </Field>
    </FormDialog>
  )
}
