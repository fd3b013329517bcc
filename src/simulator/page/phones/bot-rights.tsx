import type { BotRightsView } from '../../playground/act-protocol.ts'
import type { GroupView } from '../../playground/protocol.ts'
import { Check, Field } from '../frame/field.tsx'
import { act } from '../store/act.ts'
import { memberOf } from '../store/settle-place.ts'
import { bot } from '../store/world.ts'
import { words } from '../words/words.ts'

/** Chosen from a list; an administrator's rights one by one. */
const ROLES = ['admin', 'member', 'restricted', 'absent'] as const
type Role = (typeof ROLES)[number]

/** The rights of an administrator, by their Bot API names. */
const RIGHTS = [
  'can_manage_chat',
  'can_delete_messages',
  'can_manage_topics',
  'can_pin_messages',
  'can_change_info',
  'can_invite_users',
  'can_restrict_members',
  'can_promote_members',
  'can_manage_video_chats',
]

/** What the bot is in a group, and what it may do there; `byId` changes it. */
export function BotRights({ group, byId }: { group: GroupView; byId: number }) {
  const { phone } = words.value
  const user = bot.value?.user
  const member = user && memberOf(group, user.id)
  const role = roleOf(member?.status)
  const rights = member?.rights ?? []
  const set = (given: BotRightsView) => void act({ do: 'set-bot', groupId: group.id, byId, bot: given })
  return (
    <section class="bot-rights">
      <Field label={user ? `${phone.botIn}: ${user.first_name}` : phone.botIn}>
        {(id) => (
          <select
            id={id}
            value={role}
            onChange={({ currentTarget: { value } }) => set(ROLES.find((each) => each === value) ?? 'member')}
          >
            {ROLES.map((each) => (
              <option key={each} value={each}>
                {phone.roles[each === 'admin' ? 'administrator' : each]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {role === 'admin' ? (
        <fieldset>
          <legend>{phone.botRights}</legend>
          {RIGHTS.map((right) => (
            <Check
              key={right}
              label={phone.rights[right] ?? right}
              isChecked={rights.includes(right)}
              onChange={(isGiven) =>
                set(RIGHTS.filter((each) => (each === right ? isGiven : rights.includes(each))))
              }
            />
          ))}
        </fieldset>
      ) : null}
    </section>
  )
}

function roleOf(status: string | undefined): Role {
  if (status === 'administrator' || status === 'creator') return 'admin'
  return status === 'member' || status === 'restricted' ? status : 'absent'
}
