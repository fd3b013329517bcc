import type { GroupView } from '../../playground/protocol.ts'
import { writeAs } from '../store/here.ts'
import { WRITE_AS } from '../store/place.ts'
import { waysToWrite } from '../store/settle-place.ts'
import { words } from '../words/words.ts'
import type { HeldPhone } from './held-phone.ts'

/** In whose name the next message goes to the group. */
export function WriteAs({ phone: { side, at }, group }: { phone: HeldPhone; group: GroupView }) {
  const { phone } = words.value
  return (
    <select
      class="write-as"
      aria-label={phone.writeAs}
      title={phone.writeAs}
      value={at.as}
      data-as={at.as}
      onChange={({ currentTarget: { value } }) =>
        writeAs(side, WRITE_AS.find((each) => each === value) ?? 'self')
      }
    >
      {waysToWrite(group, at.personId).map((way) => (
        <option key={way} value={way}>
          {phone.actors[way]}
        </option>
      ))}
    </select>
  )
}
