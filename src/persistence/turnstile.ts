export interface Turnstile {
  /** Resolves when everybody who came before has left; the returned function leaves. */
  enter(): Promise<() => void>
}

/** Lets one in at a time, in the order of arrival. */
export function createTurnstile(): Turnstile {
  let last: Promise<void> = Promise.resolve()
  return {
    async enter() {
      const before = last
      let leave = (): void => {}
      last = new Promise((resolve) => {
        leave = resolve
      })
      await before
      return leave
    },
  }
}
