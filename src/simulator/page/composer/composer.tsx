import type { HeldPhone } from '../phones/held-phone.ts'
import { act } from '../store/act.ts'
import { words } from '../words/words.ts'
import { Writing, type WritingProps } from './writing.tsx'

/** Where a message is written; or what stands in its place where none can be. */
export function Composer({ phone, onFiles }: WritingProps) {
  const { person, group } = phone
  if (person.isDeactivated) return <p class="composer-note">{words.value.phone.deactivatedHint}</p>
  if (group === null && person.hasBlocked) return <Unblock personId={person.user.id} />
  if (group === null && !person.hasStarted) return <Start phone={phone} />
  const topic = group?.topics.find(({ id }) => id === phone.at.topicId)
  return (
    <div class="composer">
      {topic?.state === 'closed' ? (
        <p class="composer-hint quiet small">{words.value.composer.topicClosed}</p>
      ) : null}
      <Writing phone={phone} onFiles={onFiles} />
    </div>
  )
}

function Unblock({ personId }: { personId: number }) {
  const { phone } = words.value
  return (
    <div class="composer-note">
      <p>{phone.blockedHint}</p>
      <button type="button" class="button primary" onClick={() => void act({ do: 'unblock', personId })}>
        {phone.unblock}
      </button>
    </div>
  )
}

function Start({ phone: { actor, place } }: { phone: HeldPhone }) {
  return (
    <div class="composer-note">
      <button
        type="button"
        class="button primary wide"
        onClick={() => void act({ do: 'send-text', actor, place, text: '/start' })}
      >
        {words.value.phone.start}
      </button>
    </div>
  )
}
