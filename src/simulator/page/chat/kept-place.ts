import { read, write } from '../store/keep.ts'

/** The line at the top of what is seen, and how far its top lies above the edge. Pixels. */
export interface KeptPlace {
  key: string
  offset: number
}

/** Where somebody was in a chat; null for its end, or when the chat was never open. */
export function keptPlace(chat: string): KeptPlace | null {
  try {
    const place = JSON.parse(read('session', `scroll.${chat}`) ?? 'null') as Partial<KeptPlace> | null
    const { key, offset } = place ?? {}
    return typeof key === 'string' && typeof offset === 'number' ? { key, offset } : null
  } catch {
    return null
  }
}

export function keepPlace(chat: string, place: KeptPlace | null): void {
  write('session', `scroll.${chat}`, JSON.stringify(place))
}

/** The first line that reaches below the upper edge of the list. */
export function placeIn(scroller: HTMLElement): KeptPlace | null {
  const { top } = scroller.getBoundingClientRect()
  const lines = scroller.querySelectorAll<HTMLElement>('[data-key]')
  // The lines stand in order, so halving finds it without measuring all of them.
  let [low, high] = [0, lines.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.getBoundingClientRect().bottom ?? 0) > top) high = middle
    else low = middle + 1
  }
  const line = lines[low]
  const key = line?.dataset.key
  return line && key !== undefined ? { key, offset: line.getBoundingClientRect().top - top } : null
}

export function lineOf(
  scroller: HTMLElement,
  attribute: 'key' | 'message',
  value: string,
): HTMLElement | null {
  return scroller.querySelector<HTMLElement>(`[data-${attribute}="${CSS.escape(value)}"]`)
}
