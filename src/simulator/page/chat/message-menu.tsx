import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Icon } from '../frame/icons.tsx'
import { MENU_ITEMS } from '../frame/menu-button.tsx'
import { moveFocus } from '../frame/move-focus.ts'
import { type OpenMenu, useChat } from './chat-scope.ts'
import { chatWords } from './chat-words.ts'
import { meantPart } from './meant-part.ts'
import { menuItems } from './menu-items.ts'
import { PartChoice } from './part-choice.tsx'
import { ReactionRow } from './reaction-row.tsx'

/** What can be done with a message, where it was asked for. */
export function MessageMenu() {
  const { menu } = useChat()
  return menu.value ? <Menu key={menu.value.views[0]?.key} open={menu.value} /> : null
}

function Menu({ open }: { open: OpenMenu }) {
  const scope = useChat()
  const element = useRef<HTMLDivElement>(null)
  const [part, choose] = useState(open.part)
  const close = () => {
    if (element.current?.contains(document.activeElement)) open.opener?.focus({ preventScroll: true })
    scope.menu.value = null
  }
  useLayoutEffect(() => {
    element.current?.showPopover()
    place(element.current, open)
  }, [open])
  useEffect(() => stayWhileUsed(element.current, close), [open])
  const meant = meantPart(open.views, part)
  if (!meant) return null
  return (
    <div
      ref={element}
      class="chat-menu"
      popover="manual"
      role="menu"
      tabIndex={-1}
      aria-label={chatWords.value.menu.name}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
        else moveFocus(event, MENU_ITEMS)
      }}
    >
      {open.part === null && open.views.length > 1 ? (
        <PartChoice views={open.views} chosen={part} onChoose={choose} />
      ) : null}
      <ReactionRow view={meant.toReact} onDone={close} />
      {menuItems(scope, meant).map(({ icon, label, run, isDangerous }) => (
        <button
          type="button"
          role="menuitem"
          key={label}
          data-dangerous={isDangerous}
          onClick={() => {
            close()
            run()
          }}
        >
          <Icon name={icon} />
          {label}
        </button>
      ))}
    </div>
  )
}

/**
 * Gives the menu the focus, and ends it when the focus or a press goes elsewhere. The popover is not left to the browser: it would close
 * at the end of the very press that opened it.
 */
function stayWhileUsed(element: HTMLElement | null, close: () => void): () => void {
  element?.querySelector('button')?.focus()
  const isOutside = (target: EventTarget | null) => target instanceof Node && !element?.contains(target)
  const onPress = ({ target }: Event) => {
    if (isOutside(target)) close()
  }
  const onLeave = ({ relatedTarget }: FocusEvent) => {
    if (isOutside(relatedTarget)) close()
  }
  document.addEventListener('pointerdown', onPress, true)
  element?.addEventListener('focusout', onLeave)
  return () => {
    document.removeEventListener('pointerdown', onPress, true)
    element?.removeEventListener('focusout', onLeave)
  }
}

/** Inside the window, below the place it was asked for at. */
function place(element: HTMLElement | null, { x, y }: OpenMenu): void {
  if (!element) return
  const { width, height } = element.getBoundingClientRect()
  element.style.left = `${Math.max(8, Math.min(x, innerWidth - width - 8))}px`
  element.style.top = `${Math.max(8, Math.min(y, innerHeight - height - 8))}px`
}
