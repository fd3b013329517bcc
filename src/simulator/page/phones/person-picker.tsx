import { useSignal } from '@preact/signals'
import type { PersonView } from '../../playground/protocol.ts'
import { Avatar } from '../frame/avatar.tsx'
import { Icon } from '../frame/icons.tsx'
import { MenuButton, MenuItem, MenuTitle } from '../frame/menu-button.tsx'
import { holdPhone } from '../store/here.ts'
import type { Side } from '../store/place.ts'
import { groupsOf } from '../store/settle-place.ts'
import { groups, people } from '../store/world.ts'
import { words } from '../words/words.ts'
import { fullName } from './names.ts'
import { NewGroupDialog } from './new-group-dialog.tsx'
import { NewPersonDialog } from './new-person-dialog.tsx'

/** Who holds the phone, and everybody who could. */
export function PersonPicker({ side, person }: { side: Side; person: PersonView }) {
  const { phone } = words.value
  const asking = useSignal<'person' | 'group' | null>(null)
  const ask = (question: 'person' | 'group') => () => {
    asking.value = question
  }
  const close = () => {
    asking.value = null
  }
  const personId = person.user.id
  return (
    <>
      <MenuButton class="person-button" face={<PickerFace person={person} />}>
        <MenuTitle>{phone.people}</MenuTitle>
        {people.value.map((each) => (
          <MenuItem
            key={each.user.id}
            isChecked={each.user.id === personId}
            onClick={() => holdPhone(side, each.user.id)}
          >
            <PersonLine person={each} />
          </MenuItem>
        ))}
        <hr />
        <MenuItem onClick={ask('person')}>
          <Icon name="plus" /> {phone.newPerson}
        </MenuItem>
        <MenuItem onClick={ask('group')}>
          <Icon name="plus" /> {phone.newGroup}
        </MenuItem>
      </MenuButton>
      {asking.value === 'person' ? <NewPersonDialog side={side} onClose={close} /> : null}
      {asking.value === 'group' ? <NewGroupDialog side={side} personId={personId} onClose={close} /> : null}
    </>
  )
}

function PickerFace({ person: { user } }: { person: PersonView }) {
  return (
    <>
      <Avatar id={user.id} name={fullName(user)} />
      <span class="for-reader">{words.value.phone.holder}: </span>
      <span class="cut">{fullName(user)}</span>
      <Icon name="down" />
    </>
  )
}

function PersonLine({ person }: { person: PersonView }) {
  const { user, hasBlocked, isDeactivated } = person
  const { phone } = words.value
  const titles = groupsOf(user.id, groups.value).map(({ title }) => title)
  const notes = [
    user.language_code ?? '',
    ...titles,
    hasBlocked ? phone.blocked : '',
    isDeactivated ? phone.deactivated : '',
  ]
  return (
    <>
      <Avatar id={user.id} name={fullName(user)} />
      <span class="two-lines">
        <span>
          {fullName(user)} {user.username ? <span class="quiet">@{user.username}</span> : null}
        </span>
        <span class="quiet small">{notes.filter((note) => note !== '').join(' · ')}</span>
      </span>
    </>
  )
}
