import { useReducer, useRef } from 'preact/hooks'
import { keptPlace } from './kept-place.ts'
import { firstLine, type ListEntry, MORE_LINES } from './list-entries.ts'

/** Lines above the one that is gone to, so that it does not stick to the edge. */
const ABOVE = 20

export interface ListWindow {
  /** The index of the first line to draw. */
  start: number
  showMore(): void
  /** Everything from this order on. */
  showFrom(order: number): void
}

/** Which part of a long list is drawn: its newest lines, and older ones as they are asked for. */
export function useListWindow(entries: readonly ListEntry[], chat: string): ListWindow {
  const firstOrder = useRef<number | null>(null)
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const orderAt = (index: number) => entries[Math.max(0, index)]?.order ?? null
  if (firstOrder.current === null) {
    const key = keptPlace(chat)?.key
    const kept = key === undefined ? -1 : entries.findIndex((entry) => entry.key === key)
    const newest = firstLine(entries, null)
    firstOrder.current = orderAt(kept < 0 ? newest : Math.min(kept - ABOVE, newest))
  }
  const start = firstLine(entries, firstOrder.current)
  const show = (index: number) => {
    if (index >= start) return
    firstOrder.current = orderAt(index)
    redraw(undefined)
  }
  return {
    start,
    showMore: () => show(Math.max(0, start - MORE_LINES)),
    showFrom: (order) => show(Math.max(0, entries.findIndex((entry) => entry.order >= order) - ABOVE)),
  }
}
