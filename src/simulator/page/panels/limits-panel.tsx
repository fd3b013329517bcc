import { useSignal } from '@preact/signals'
import type { SettingsView } from '../../playground/protocol.ts'
import { Field } from '../frame/field.tsx'
import { act } from '../store/act.ts'
import { settings } from '../store/world.ts'
import { words } from '../words/words.ts'

type OwnLimits = Exclude<SettingsView['limits'], 'off'>

/** https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this */
const TELEGRAM: OwnLimits = { privateBurst: 3, privatePerSecond: 1, groupPerMinute: 20, totalPerSecond: 30 }
const FIELDS = ['privateBurst', 'privatePerSecond', 'groupPerMinute', 'totalPerSecond'] as const
const KINDS = ['off', 'telegram', 'own'] as const
type Kind = (typeof KINDS)[number]

/** How many messages the server takes before it answers 429. */
export function LimitsPanel() {
  const { panel } = words.value
  const told = settings.value
  const isChoosingOwn = useSignal(false)
  if (!told) return null
  const kind = isChoosingOwn.value ? 'own' : kindOf(told.limits)
  const choose = (chosen: Kind) => {
    isChoosingOwn.value = chosen === 'own'
    if (chosen !== 'own') void act({ do: 'set-limits', limits: chosen })
  }
  return (
    <section class="panel-part">
      <h2>{panel.limits}</h2>
      <p class="quiet small">{panel.limitsHint}</p>
      <Field label={panel.limits}>
        {(id) => (
          <select
            id={id}
            value={kind}
            onChange={({ currentTarget: { value } }) => choose(KINDS.find((each) => each === value) ?? 'off')}
          >
            {KINDS.map((each) => (
              <option key={each} value={each}>
                {panel.limitsKind[each]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {kind === 'own' ? <OwnNumbers limits={told.limits === 'off' ? TELEGRAM : told.limits} /> : null}
      <p role="status">{panel.refusedSoFar(told.floodRefusals)}</p>
    </section>
  )
}

function OwnNumbers({ limits }: { limits: OwnLimits }) {
  const { panel } = words.value
  const set = (form: FormData) => {
    const [privateBurst = 1, privatePerSecond = 1, groupPerMinute = 1, totalPerSecond = 1] = FIELDS.map(
      (name) => Number(form.get(name)),
    )
    void act({
      do: 'set-limits',
      limits: { privateBurst, privatePerSecond, groupPerMinute, totalPerSecond },
    })
  }
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault()
        set(new FormData(event.currentTarget))
      }}
    >
      {FIELDS.map((name) => (
        <Field key={name} label={panel[name]}>
          {(id) => (
            <input
              id={id}
              name={name}
              type="number"
              min={1}
              max={1000}
              required
              defaultValue={limits[name]}
            />
          )}
        </Field>
      ))}
      <button type="submit" class="button">
        {panel.apply}
      </button>
    </form>
  )
}

function kindOf(limits: SettingsView['limits']): Kind {
  if (limits === 'off') return 'off'
  return FIELDS.every((name) => limits[name] === TELEGRAM[name]) ? 'telegram' : 'own'
}
