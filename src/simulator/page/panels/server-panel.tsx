import type { Act } from '../../playground/act-protocol.ts'
import type { SettingsView } from '../../playground/protocol.ts'
import { Check, Field } from '../frame/field.tsx'
import { act } from '../store/act.ts'
import { settings } from '../store/world.ts'
import { words } from '../words/words.ts'
import { Papers } from './papers.tsx'
import { Switches } from './switches.tsx'

const RICH = ['blocks', 'html', 'none'] as const

/** How the server behaves towards the bot, and what it keeps back. */
export function ServerPanel() {
  const told = settings.value
  if (!told) return null
  return (
    <>
      <Behaviour told={told} />
      <Updates told={told} />
      <Token isRevoked={told.isTokenRevoked} />
      <Switches switches={told.switches} />
      <Papers papers={told.papers} />
    </>
  )
}

function Behaviour({ told }: { told: SettingsView }) {
  const { panel } = words.value
  return (
    <section class="panel-part">
      <h2>{panel.behaviour}</h2>
      <Check
        label={panel.privacyMode}
        hint={panel.privacyHint}
        isChecked={told.privacyMode}
        onChange={(privacyMode) => void act({ do: 'set-server', privacyMode })}
      />
      <Check
        label={panel.ephemeral}
        hint={panel.ephemeralHint}
        isChecked={told.ephemeralMessages}
        onChange={(ephemeralMessages) => void act({ do: 'set-server', ephemeralMessages })}
      />
      <Check
        label={panel.privateTopics}
        hint={panel.privateTopicsHint}
        isChecked={told.privateTopics}
        onChange={(privateTopics) => void act({ do: 'set-server', privateTopics })}
      />
      <Field label={panel.richMessages}>
        {(id) => (
          <select
            id={id}
            value={told.richMessages}
            onChange={({ currentTarget: { value } }) => {
              const richMessages = RICH.find((each) => each === value) ?? 'blocks'
              void act({ do: 'set-server', richMessages })
            }}
          >
            {RICH.map((each) => (
              <option key={each} value={each}>
                {panel.rich[each]}
              </option>
            ))}
          </select>
        )}
      </Field>
    </section>
  )
}

function Updates({ told: { isHolding, heldUpdates, waitingUpdates } }: { told: SettingsView }) {
  const { panel } = words.value
  return (
    <section class="panel-part">
      <h2>{panel.updates}</h2>
      <p role="status">
        {panel.waitingUpdates(waitingUpdates)} · {panel.heldUpdates(heldUpdates)}
      </p>
      <div class="column">
        {isHolding ? (
          <>
            <ActButton label={panel.release} wanted={{ do: 'release-updates' }} />
            <ActButton label={panel.releaseReversed} wanted={{ do: 'release-updates', reversed: true }} />
          </>
        ) : (
          <ActButton label={panel.hold} wanted={{ do: 'hold-updates' }} />
        )}
        <ActButton label={panel.redeliver} wanted={{ do: 'redeliver-updates' }} />
      </div>
    </section>
  )
}

function Token({ isRevoked }: { isRevoked: boolean }) {
  const { panel } = words.value
  return (
    <section class="panel-part">
      <h2>{panel.token}</h2>
      {isRevoked ? <p class="warning">{panel.revoked}</p> : null}
      <div class="column">
        <ActButton
          label={isRevoked ? panel.restore : panel.revoke}
          wanted={{ do: isRevoked ? 'restore-token' : 'revoke-token' }}
        />
      </div>
    </section>
  )
}

function ActButton({ label, wanted }: { label: string; wanted: Act }) {
  return (
    <button type="button" class="button" onClick={() => void act(wanted)}>
      {label}
    </button>
  )
}
