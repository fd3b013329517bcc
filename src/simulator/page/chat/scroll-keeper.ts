import { type Signal, signal } from '@preact/signals'
import { keepPlace, keptPlace, lineOf, placeIn } from './kept-place.ts'

/** So near to the end counts as at the end, pixels. */
const NEAR = 40
/** So near to the first drawn line older ones are drawn, pixels. */
const NEAR_TOP = 1_500
/** After the last movement; the place is then kept. Milliseconds. */
const SETTLED_MS = 150

export interface ScrollKeeper {
  readonly isAtEnd: Signal<boolean>
  /** Begins to look after a list. @returns how to end it */
  attach(scroller: HTMLElement, list: HTMLElement): () => void
  /** After lines came, went or changed: the first time goes to where one was. */
  drawn(): void
  toEnd(): void
  /** @returns whether the message is drawn */
  toMessage(messageId: number): boolean
  /** Before older lines are drawn above. */
  willGrow(): void
}

/**
 * Keeps the end in sight when it was, and the place one reads at otherwise. The browser anchors what is read when something above
 * changes (`overflow-anchor`); this is for what it does not do.
 * @param chat names what is kept in the browser
 * @param onTop somebody comes near to the first drawn line
 */
export function createScrollKeeper(chat: string, onTop: () => void): ScrollKeeper {
  const isAtEnd = signal(true)
  let scroller: HTMLElement | null = null
  let isPlaced = false
  let lastTop = 0
  let grown: { height: number; top: number } | null = null
  let settling: ReturnType<typeof setTimeout> | undefined

  const toEnd = () => {
    isAtEnd.value = true
    if (scroller) scroller.scrollTop = scroller.scrollHeight
  }
  const keep = () => {
    if (scroller && isPlaced && scroller.clientHeight > 0)
      keepPlace(chat, isAtEnd.value ? null : placeIn(scroller))
  }
  const look = () => {
    if (!scroller || scroller.clientHeight === 0) return
    const { scrollTop, scrollHeight, clientHeight } = scroller
    if (scrollHeight - scrollTop - clientHeight < NEAR) isAtEnd.value = true
    // What grows below leaves the end behind, but only somebody who scrolls up leaves the end.
    else if (scrollTop < lastTop - 1) isAtEnd.value = false
    lastTop = scrollTop
    if (isPlaced && scrollTop < NEAR_TOP) onTop()
    clearTimeout(settling)
    settling = setTimeout(keep, SETTLED_MS)
  }
  const stay = () => {
    if (isAtEnd.value && isPlaced) toEnd()
  }
  const placeFirst = (element: HTMLElement) => {
    isPlaced = true
    const kept = keptPlace(chat)
    const line = kept && lineOf(element, 'key', kept.key)
    if (!kept || !line) return toEnd()
    isAtEnd.value = false
    alignTop(element, line, kept.offset)
    lastTop = element.scrollTop
    // Lines that come into sight get their true height now.
    requestAnimationFrame(() => alignTop(element, line, kept.offset))
  }
  return {
    isAtEnd,
    toEnd,
    attach(element, list) {
      scroller = element
      const observer = new ResizeObserver(stay)
      observer.observe(element)
      observer.observe(list)
      element.addEventListener('scroll', look, { passive: true })
      window.addEventListener('pagehide', keep)
      return () => {
        clearTimeout(settling)
        keep()
        observer.disconnect()
        element.removeEventListener('scroll', look)
        window.removeEventListener('pagehide', keep)
        scroller = null
      }
    },
    drawn() {
      if (!scroller?.querySelector('[data-key]')) return
      if (!isPlaced) return placeFirst(scroller)
      // At the very top the browser anchors nothing.
      if (grown && scroller.scrollTop === grown.top && grown.top === 0) {
        scroller.scrollTop = scroller.scrollHeight - grown.height
      }
      grown = null
      stay()
    },
    willGrow() {
      if (scroller) grown = { height: scroller.scrollHeight, top: scroller.scrollTop }
    },
    toMessage(messageId) {
      const line = scroller && lineOf(scroller, 'message', String(messageId))
      if (!line) return false
      isAtEnd.value = false
      line.scrollIntoView({ block: 'center' })
      requestAnimationFrame(() => line.scrollIntoView({ block: 'center' }))
      flash(line)
      return true
    },
  }
}

function alignTop(scroller: HTMLElement, line: HTMLElement, offset: number): void {
  const now = line.getBoundingClientRect().top - scroller.getBoundingClientRect().top
  scroller.scrollTop += now - offset
}

function flash(line: HTMLElement): void {
  const lit = { backgroundColor: 'color-mix(in srgb, var(--accent) 35%, transparent)' }
  line.animate([lit, lit, { backgroundColor: 'transparent' }], { duration: 1_600 })
}
