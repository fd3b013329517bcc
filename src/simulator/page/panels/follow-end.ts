import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/** Nearer to the end than this counts as at it, pixels. */
const AT_END = 40
/** What scrolls so soon after a hand's last movement was scrolled by it; milliseconds. */
const BY_HAND_MS = 1_000

/**
 * Keeps the end of a list in sight as the list changes, until somebody scrolls up from it; back at the end it follows again. Rows that
 * are dropped, or take their true height, move what is seen as well: that is nobody's doing.
 */
export function useFollowEnd(
  scroller: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
): void {
  const follow = useRef(() => {})
  // After each drawing: as many rows may have come as have gone, which changes no height.
  useLayoutEffect(() => follow.current())
  useLayoutEffect(() => {
    if (!scroller.current || !list.current) return
    const ending = new AbortController()
    follow.current = followEnd(scroller.current, list.current, ending.signal)
    return () => ending.abort()
  }, [scroller, list])
}

/** @returns goes to the end, if that is followed */
function followEnd(scroller: HTMLElement, list: HTMLElement, signal: AbortSignal): () => void {
  let follows = true
  let lastTop = 0
  let byHandUntil = 0
  const follow = () => {
    // What is read keeps its place, but the end is no such place.
    scroller.style.overflowAnchor = follows ? 'none' : 'auto'
    if (follows) scroller.scrollTop = scroller.scrollHeight
  }
  const onScroll = () => {
    const { scrollTop, scrollHeight, clientHeight } = scroller
    const isUp = scrollTop < lastTop
    lastTop = scrollTop
    if (scrollHeight - scrollTop - clientHeight < AT_END) follows = true
    else if (isUp && performance.now() < byHandUntil) follows = false
    follow()
  }
  const onHand = () => {
    byHandUntil = performance.now() + BY_HAND_MS
  }
  // A scroll bar may be held for any time.
  const onPress = () => {
    byHandUntil = Number.POSITIVE_INFINITY
  }
  scroller.addEventListener('scroll', onScroll, { signal, passive: true })
  for (const kind of ['wheel', 'touchmove', 'keydown', 'focusin'] as const) {
    scroller.addEventListener(kind, onHand, { signal, passive: true })
  }
  scroller.addEventListener('pointerdown', onPress, { signal, passive: true })
  for (const kind of ['pointerup', 'pointercancel'] as const)
    window.addEventListener(kind, onHand, { signal })
  const observer = new ResizeObserver(follow)
  observer.observe(list)
  observer.observe(scroller)
  signal.addEventListener('abort', () => observer.disconnect())
  return follow
}
