/** A touch this long asks for the menu, milliseconds. */
const LONG_PRESS_MS = 500
/** A finger that moves further scrolls, pixels. */
const STILL = 10

/** Where a menu is asked for: on which line, and in the window, pixels. */
export interface Asked {
  line: HTMLElement
  /** The key of the part of an album that was pressed; null: none of them. */
  part: string | null
  x: number
  y: number
}

type Ask = (asked: Asked) => void

/**
 * A right click, the menu key and a long press ask for the menu of the line they are on.
 * @returns how to end it
 */
export function listenForMenus(list: HTMLElement, ask: Ask): () => void {
  const ending = new AbortController()
  const onMenu = (event: MouseEvent) => {
    const { target, clientX: x, clientY: y } = event
    const line = lineAt(target)
    const isOverText = !window.getSelection()?.isCollapsed
    // A file is a link, too, but one that stands for its message.
    const isOverLink = target instanceof Element && target.closest('a:not(.chat-card)') !== null
    if (line === null || isOverText || isOverLink) return
    event.preventDefault()
    ask({ line, part: partAt(target), x, y })
  }
  list.addEventListener('contextmenu', onMenu, { signal: ending.signal })
  listenForLongPress(list, ask, ending.signal)
  return () => ending.abort()
}

/** Not every browser makes a long press a `contextmenu`. */
function listenForLongPress(list: HTMLElement, ask: Ask, signal: AbortSignal): void {
  let pressed: { x: number; y: number; timer: ReturnType<typeof setTimeout> } | null = null
  let hasAsked = false
  const release = () => {
    clearTimeout(pressed?.timer)
    pressed = null
  }
  const onDown = ({ target, pointerType, clientX: x, clientY: y }: PointerEvent) => {
    const line = lineAt(target)
    hasAsked = false
    if (pointerType !== 'touch' || line === null) return
    const askNow = () => {
      hasAsked = true
      ask({ line, part: partAt(target), x, y })
    }
    pressed = { x, y, timer: setTimeout(askNow, LONG_PRESS_MS) }
  }
  const onMove = ({ clientX, clientY }: PointerEvent) => {
    if (pressed && Math.hypot(clientX - pressed.x, clientY - pressed.y) > STILL) release()
  }
  // Otherwise the end of the touch would be a click beside the menu.
  const onEnd = (event: TouchEvent) => {
    if (hasAsked && event.cancelable) event.preventDefault()
  }
  list.addEventListener('pointerdown', onDown, { signal })
  list.addEventListener('pointermove', onMove, { signal })
  list.addEventListener('touchend', onEnd, { signal, passive: false })
  for (const end of ['pointerup', 'pointercancel'] as const) list.addEventListener(end, release, { signal })
  signal.addEventListener('abort', release)
}

function lineAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('.chat-message') : null
}

function partAt(target: EventTarget | null): string | null {
  const part = target instanceof Element ? target.closest<HTMLElement>('[data-part]') : null
  return part?.dataset.part ?? null
}
