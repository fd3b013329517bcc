import { useSignal } from '@preact/signals'
import { Field } from '../frame/field.tsx'
import { act } from '../store/act.ts'
import { words } from '../words/words.ts'
import { LEAP_UNITS, type LeapUnit, leapLength, longestLeap } from './leap-lengths.ts'

const leap = (amount: number, unit: LeapUnit) => void act({ do: 'leap', ms: leapLength(amount, unit) })

/** Leaps of the clock: the common ones by a press, any other by how much. */
export function Leaps() {
  const { panel } = words.value
  return (
    <>
      <fieldset class="row" aria-label={panel.leap}>
        {LEAP_UNITS.map((unit) => (
          <button key={unit} type="button" class="button" onClick={() => leap(1, unit)}>
            {panel.leaps[unit]}
          </button>
        ))}
      </fieldset>
      <LeapForm />
    </>
  )
}

function LeapForm() {
  const { panel } = words.value
  const unit = useSignal<LeapUnit>('hour')
  return (
    <form
      class="row"
      onSubmit={(event) => {
        event.preventDefault()
        leap(Number(new FormData(event.currentTarget).get('amount')), unit.value)
      }}
    >
      <Field label={panel.leapBy}>
        {(id) => (
          <input
            id={id}
            name="amount"
            type="number"
            min={1}
            max={longestLeap(unit.value)}
            required
            defaultValue={3}
          />
        )}
      </Field>
      <Field label={panel.leapUnit}>
        {(id) => (
          <select
            id={id}
            value={unit}
            onChange={({ currentTarget: { value } }) => {
              unit.value = LEAP_UNITS.find((each) => each === value) ?? 'hour'
            }}
          >
            {LEAP_UNITS.map((each) => (
              <option key={each} value={each}>
                {panel.leapUnits[each]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <button type="submit" class="button">
        {panel.leapNow}
      </button>
    </form>
  )
}
