export interface Turnstile {
  /** Resolves when everybody who came before has left; the returned function leaves. */
  enter(): Promise<() => void>
  /** Does anybody wait? */
  readonly hasQueue: boolean
}

/** Lets one in at a time, in the order of arrival. */
export function createTurnstile(): Turnstile {
  let last: Promise<void> = Promise.resolve()
  let waiting = 0
  return {
    get hasQueue() {
      return waiting > 0
    },
    async enter() {
      const before = last
      let leave = (): void => {}
      last = new Promise((resolve) => {
        leave = resolve
      })
      waiting += 1
      await before
      waiting -= 1
      return leave
    },
  }
}
