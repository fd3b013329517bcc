import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { moveFocus } from './move-focus.ts'

export interface MenuButtonProps {
  /** For a button that shows no words of its own. */
  label?: string
  class?: string
  face: ComponentChildren
  /** {@link MenuItem}s, in groups or not. */
  children: ComponentChildren
}

export const MENU_ITEMS = '[role^="menuitem"]'

/**
 * A button that opens a menu over the page; choosing something, Escape and a click elsewhere close it.
 * Keys as in https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/.
 */
export function MenuButton({ label, face, children, ...rest }: MenuButtonProps) {
  const id = useId()
  return (
    <>
      <button
        id={`${id}-button`}
        type="button"
        class={rest.class ?? 'icon-button'}
        aria-label={label}
        aria-haspopup="menu"
        title={label}
        popovertarget={id}
        onKeyDown={openByArrow}
      >
        {face}
      </button>
      <div
        id={id}
        popover="auto"
        class="menu"
        role="menu"
        tabIndex={-1}
        aria-labelledby={`${id}-button`}
        onToggle={({ newState, currentTarget }) => {
          if (newState === 'open') currentTarget.querySelector<HTMLElement>(MENU_ITEMS)?.focus()
        }}
        onKeyDown={(event) => moveFocus(event, MENU_ITEMS)}
        onClick={({ target, currentTarget }) => {
          if (target instanceof Element && target.closest(MENU_ITEMS)) currentTarget.hidePopover()
        }}
      >
        {children}
      </div>
    </>
  )
}

function openByArrow(event: KeyboardEvent & { currentTarget: HTMLButtonElement }): void {
  if (event.key !== 'ArrowDown') return
  event.preventDefault()
  event.currentTarget.click()
}

export interface MenuItemProps {
  class?: string
  /** Of several it is the one that holds, or not; left out: it does something. */
  isChecked?: boolean
  onClick(): void
  children: ComponentChildren
}

export function MenuItem({ isChecked, children, ...rest }: MenuItemProps) {
  const meaning =
    isChecked === undefined
      ? ({ role: 'menuitem' } as const)
      : ({ role: 'menuitemradio', 'aria-checked': isChecked } as const)
  return (
    <button type="button" {...meaning} {...rest}>
      {children}
    </button>
  )
}

/** What the items below it are about. */
export function MenuTitle({ children }: { children: ComponentChildren }) {
  return (
    <p class="menu-title" role="presentation">
      {children}
    </p>
  )
}
