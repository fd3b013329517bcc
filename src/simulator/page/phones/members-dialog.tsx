import type { GroupView, MemberView, PersonView } from '../../playground/protocol.ts'
import { Avatar } from '../frame/avatar.tsx'
import { Dialog } from '../frame/dialog.tsx'
import { Field } from '../frame/field.tsx'
import { act } from '../store/act.ts'
import { isIn, memberOf } from '../store/settle-place.ts'
import { people } from '../store/world.ts'
import { words } from '../words/words.ts'
import { BotRights } from './bot-rights.tsx'
import { fullName } from './names.ts'

interface MembersDialogProps {
  group: GroupView
  /** Whoever holds the phone: what is changed is their doing. */
  byId: number
  onClose(): void
}

/** Who is in the group, as what; and what the bot may do in it. */
export function MembersDialog({ group, byId, onClose }: MembersDialogProps) {
  const { phone } = words.value
  const inside = people.value.filter(({ user }) => isIn(memberOf(group, user.id)))
  const outside = people.value.filter((each) => !inside.includes(each) && !each.isDeactivated)
  return (
    <Dialog title={`${group.title}: ${phone.membersAndBot}`} onClose={onClose}>
      <ul class="members">
        {inside.map((person) => (
          <Member key={person.user.id} group={group} byId={byId} person={person} />
        ))}
      </ul>
      {outside.length > 0 ? <AddPerson group={group} byId={byId} outside={outside} /> : null}
      <BotRights group={group} byId={byId} />
    </Dialog>
  )
}

const ROLES = ['creator', 'administrator', 'member'] as const

interface MemberProps {
  group: GroupView
  byId: number
  person: PersonView
}

function RoleSelect({ group, byId, person: { user } }: MemberProps) {
  const { phone } = words.value
  const status: MemberView['status'] = memberOf(group, user.id)?.status ?? 'left'
  return (
    <select
      aria-label={`${phone.role}: ${fullName(user)}`}
      value={status}
      onChange={({ currentTarget }) => {
        const as = ROLES.find((each) => each === currentTarget.value) ?? 'member'
        void act({ do: 'join', groupId: group.id, personId: user.id, as, byId })
      }}
    >
      {status === 'restricted' ? <option value={status}>{phone.roles.restricted}</option> : null}
      {ROLES.map((role) => (
        <option key={role} value={role}>
          {phone.roles[role]}
        </option>
      ))}
    </select>
  )
}

function Member({ group, byId, person }: MemberProps) {
  const { phone } = words.value
  const { user } = person
  const about = { groupId: group.id, personId: user.id }
  const name = fullName(user)
  return (
    <li>
      <Avatar id={user.id} name={name} />
      <span class="grow cut">{name}</span>
      <RoleSelect group={group} byId={byId} person={person} />
      <button
        type="button"
        class="button small"
        aria-label={`${phone.leave}: ${name}`}
        onClick={() => void act({ do: 'leave', ...about })}
      >
        {phone.leave}
      </button>
      <button
        type="button"
        class="button small danger-text"
        title={phone.removeFrom}
        aria-label={`${words.value.common.remove}: ${name}`}
        onClick={() => void act({ do: 'remove', ...about, byId })}
      >
        {words.value.common.remove}
      </button>
    </li>
  )
}

function AddPerson(props: { group: GroupView; byId: number; outside: readonly PersonView[] }) {
  const { group, byId, outside } = props
  const { phone, common } = words.value
  return (
    <form
      class="row"
      onSubmit={(event) => {
        event.preventDefault()
        const personId = Number(new FormData(event.currentTarget).get('person'))
        void act({ do: 'join', groupId: group.id, personId, as: 'member', byId })
      }}
    >
      <Field label={phone.addPerson}>
        {(id) => (
          <select id={id} name="person">
            {outside.map(({ user }) => (
              <option key={user.id} value={user.id}>
                {fullName(user)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <button type="submit" class="button">
        {common.add}
      </button>
    </form>
  )
}
