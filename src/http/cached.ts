import type { Clock } from '../delivery/ports.ts'

/** A reading is kept so many times longer than it took, so that reading again and again never takes more than a hundredth of the time. */
const KEPT_FOR = 100

/**
 * The same reading, kept for `atLeastMs` and longer if it was slow. Whoever asks meanwhile shares it; a failed one is
 * not kept.
 */
export function cached<T>(read: () => Promise<T>, clock: Clock, atLeastMs: number): () => Promise<T> {
  let kept: { readonly value: Promise<T>; until: number } | null = null
  const readAnew = async (): Promise<T> => {
    const begunAt = performance.now()
    try {
      const value = await read()
      const tookMs = performance.now() - begunAt
      if (kept !== null) kept.until = clock.now().getTime() + Math.max(atLeastMs, tookMs * KEPT_FOR)
      return value
    } catch (error) {
      kept = null
      throw error
    }
  }
  return () => {
    if (kept === null || kept.until <= clock.now().getTime()) {
      kept = { value: readAnew(), until: Number.POSITIVE_INFINITY }
    }
    return kept.value
  }
}
