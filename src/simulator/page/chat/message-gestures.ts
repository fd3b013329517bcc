/** A touch this long asks for the menu, milliseconds. */
const LONG_PRESS_MS = 500
/** A finger that moves further scrolls, pixels. */
const STILL = 10

/**
 * A right click, the menu key and a long press ask for the menu of the line they are on. Browsers that make a long press a `contextmenu`
 * by themselves ask only once.
 * @returns how to end it
 */
export function listenForMenus(
  list: HTMLElement,
  ask: (line: HTMLElement, x: number, y: number) => void,
): () => void {
  const ending = new AbortController()
  const { signal } = ending
  let pressed: { x: number; y: number; timer: ReturnType<typeof setTimeout> } | null = null
  const release = () => {
    clearTimeout(pressed?.timer)
    pressed = null
  }
  const lineAt = (target: EventTarget | null) =>
    target instanceof Element ? target.closest<HTMLElement>('.chat-message') : null
  const onMenu = (event: MouseEvent) => {
    release()
    const line = lineAt(event.target)
    const isOverText = !window.getSelection()?.isCollapsed
    const isOverLink = event.target instanceof Element && event.target.closest('a') !== null
    if (line === null || isOverText || isOverLink) return
    event.preventDefault()
    ask(line, event.clientX, event.clientY)
  }
  const onDown = (event: PointerEvent) => {
    const line = lineAt(event.target)
    if (event.pointerType !== 'touch' || line === null) return
    const { clientX: x, clientY: y } = event
    pressed = { x, y, timer: setTimeout(() => ask(line, x, y), LONG_PRESS_MS) }
  }
  const onMove = ({ clientX, clientY }: PointerEvent) => {
    if (pressed && Math.hypot(clientX - pressed.x, clientY - pressed.y) > STILL) release()
  }
  list.addEventListener('contextmenu', onMenu, { signal })
  list.addEventListener('pointerdown', onDown, { signal })
  list.addEventListener('pointermove', onMove, { signal })
  for (const end of ['pointerup', 'pointercancel'] as const) list.addEventListener(end, release, { signal })
  return () => {
    release()
    ending.abort()
  }
}
