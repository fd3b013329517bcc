import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

export interface MenuButtonProps {
  /** For a button that shows no words of its own. */
  label?: string
  class?: string
  face: ComponentChildren
  children: ComponentChildren
}

/** A button that opens what is in it over the page; choosing something, Escape and a click elsewhere close it. */
export function MenuButton({ label, face, children, ...rest }: MenuButtonProps) {
  const id = useId()
  return (
    <>
      <button
        type="button"
        class={rest.class ?? 'icon-button'}
        aria-label={label}
        title={label}
        popovertarget={id}
      >
        {face}
      </button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only watches for its own buttons */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a button that is pressed by a key is clicked */}
      <div
        id={id}
        popover="auto"
        class="menu"
        onClick={({ target, currentTarget }) => {
          if (target instanceof Element && target.closest('button')) currentTarget.hidePopover()
        }}
      >
        {children}
      </div>
    </>
  )
}
