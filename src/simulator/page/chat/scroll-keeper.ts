import { signal } from '@preact/signals'
import { holdLine } from './hold-line.ts'
import { keepPlace, keptPlace, lineOf, placeIn } from './kept-place.ts'

/** So near to the end counts as at the end, pixels. */
const NEAR = 40
/** So near to the first drawn line older ones are drawn, pixels. */
const NEAR_TOP = 1_500
/** After the last movement; the place is then kept. Milliseconds. */
const SETTLED_MS = 150

/**
 * Keeps the end of a list in sight when it was, and the place one reads at otherwise. The browser anchors what is read when something
 * above changes (`overflow-anchor`); this is for what it does not do.
 */
export class ScrollKeeper {
  readonly isAtEnd = signal(true)
  readonly #chat: string
  readonly #onTop: () => void
  #scroller: HTMLElement | null = null
  #isPlaced = false
  #lastTop = 0
  #grownFrom: number | null = null
  #settling: ReturnType<typeof setTimeout> | undefined
  #letGo = () => {}

  /**
   * @param chat names what is kept in the browser
   * @param onTop somebody comes near to the first drawn line
   */
  constructor(chat: string, onTop: () => void) {
    this.#chat = chat
    this.#onTop = onTop
  }

  /** Begins to look after a list. @returns how to end it */
  attach(scroller: HTMLElement, list: HTMLElement): () => void {
    this.#scroller = scroller
    const ending = new AbortController()
    const observer = new ResizeObserver(() => this.#stay())
    observer.observe(scroller)
    observer.observe(list)
    scroller.addEventListener('scroll', () => this.#look(scroller), { passive: true, signal: ending.signal })
    window.addEventListener('pagehide', () => this.#keep(), { signal: ending.signal })
    return () => {
      clearTimeout(this.#settling)
      this.#letGo()
      this.#keep()
      observer.disconnect()
      ending.abort()
      this.#scroller = null
    }
  }

  /** After lines came, went or changed: the first time goes to where one was. */
  drawn(): void {
    const scroller = this.#scroller
    if (!scroller?.querySelector('[data-key]')) return
    if (!this.#isPlaced) this.#placeFirst(scroller)
    // At the very top the browser anchors nothing.
    if (this.#grownFrom !== null && scroller.scrollTop === 0) {
      scroller.scrollTop = scroller.scrollHeight - this.#grownFrom
    }
    this.#grownFrom = null
    this.#stay()
  }

  /** Before older lines are drawn above. */
  willGrow(): void {
    this.#grownFrom = this.#scroller?.scrollTop === 0 ? this.#scroller.scrollHeight : null
  }

  readonly toEnd = (): void => {
    this.#letGo()
    this.isAtEnd.value = true
    if (this.#scroller) this.#scroller.scrollTop = this.#scroller.scrollHeight
  }

  /** @returns whether the message is drawn */
  toMessage(messageId: number): boolean {
    const scroller = this.#scroller
    const line = scroller && lineOf(scroller, 'message', String(messageId))
    if (!scroller || !line) return false
    this.#hold(scroller, line, Math.max(8, (scroller.clientHeight - line.offsetHeight) / 2))
    flash(line)
    return true
  }

  #hold(scroller: HTMLElement, line: HTMLElement, offset: number): void {
    this.isAtEnd.value = false
    this.#letGo()
    this.#letGo = holdLine(scroller, line, offset)
    this.#lastTop = scroller.scrollTop
  }

  #placeFirst(scroller: HTMLElement): void {
    this.#isPlaced = true
    const kept = keptPlace(this.#chat)
    const line = kept && lineOf(scroller, 'key', kept.key)
    if (kept && line) this.#hold(scroller, line, kept.offset)
    else this.toEnd()
  }

  #look(scroller: HTMLElement): void {
    const { scrollTop, scrollHeight, clientHeight } = scroller
    // Not shown at all, as behind the other phone.
    if (clientHeight === 0) return
    if (scrollHeight - scrollTop - clientHeight < NEAR) this.isAtEnd.value = true
    // What grows below leaves the end behind, but only somebody who scrolls up leaves the end.
    else if (scrollTop < this.#lastTop - 1) this.isAtEnd.value = false
    this.#lastTop = scrollTop
    if (this.#isPlaced && scrollTop < NEAR_TOP) this.#onTop()
    clearTimeout(this.#settling)
    this.#settling = setTimeout(() => this.#keep(), SETTLED_MS)
  }

  #stay(): void {
    if (this.isAtEnd.value && this.#isPlaced) this.toEnd()
  }

  #keep(): void {
    const scroller = this.#scroller
    if (!scroller || !this.#isPlaced || scroller.clientHeight === 0) return
    keepPlace(this.#chat, this.isAtEnd.value ? null : placeIn(scroller))
  }
}

function flash(line: HTMLElement): void {
  const lit = { backgroundColor: 'color-mix(in srgb, var(--accent) 35%, transparent)' }
  line.animate([lit, lit, { backgroundColor: 'transparent' }], { duration: 1_600 })
}
