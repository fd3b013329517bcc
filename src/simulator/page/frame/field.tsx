import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

/** A label with its control, and a word of help that screen readers tell with it. */
export function Field(props: { label: string; hint?: string; children: (id: string) => ComponentChildren }) {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      {props.children(id)}
      {props.hint ? <p class="quiet small">{props.hint}</p> : null}
    </div>
  )
}

export interface CheckProps {
  label: string
  hint?: string
  isChecked: boolean
  onChange(isChecked: boolean): void
}

export function Check({ label, hint, isChecked, onChange }: CheckProps) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={isChecked}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <span>
        {label}
        {hint ? <span class="quiet small block">{hint}</span> : null}
      </span>
    </label>
  )
}
