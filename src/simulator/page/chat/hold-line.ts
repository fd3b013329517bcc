/** So long lines that come into sight take their true height, and push others away. */
const HELD_FRAMES = 30

/**
 * Keeps a line where it was put until the lines around it have taken their true height, or somebody scrolls.
 * @param offset how far the line's top lies below the upper edge. Pixels.
 * @returns how to let go of it
 */
export function holdLine(scroller: HTMLElement, line: HTMLElement, offset: number): () => void {
  const ending = new AbortController()
  const { signal } = ending
  let left = HELD_FRAMES
  const align = () => {
    if (signal.aborted || !line.isConnected) return
    const moved = line.getBoundingClientRect().top - scroller.getBoundingClientRect().top - offset
    if (Math.abs(moved) >= 1) scroller.scrollTop += moved
    left -= 1
    if (left > 0) requestAnimationFrame(align)
    else ending.abort()
  }
  for (const kind of ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const) {
    scroller.addEventListener(kind, () => ending.abort(), { signal, passive: true })
  }
  align()
  return () => ending.abort()
}
