export interface WaitOptions {
  /** Real milliseconds; default 10,000. */
  timeoutMs?: number
  /** What is awaited, for the message of a failure. */
  what?: string
}

export interface Waiter {
  /** Looks again after every change of the simulated world. */
  changed(): void
  /** @throws Error after `timeoutMs`, with what the screens show and the last calls. */
  waitFor<T>(
    predicate: () => T,
    options?: WaitOptions,
  ): Promise<Exclude<T, undefined | null | false | 0 | ''>>
  /** Fails whoever still waits. */
  stop(): void
}

/** @param report what to print when waiting was in vain. */
export function createWaiter(report: () => string): Waiter {
  const checks = new Set<(stopped: boolean) => void>()
  let isPlanned = false
  const runChecks = () => {
    isPlanned = false
    for (const check of checks) check(false)
  }
  return {
    changed() {
      if (isPlanned || checks.size === 0) return
      isPlanned = true
      // A tick later, so that a predicate never sees half of a change.
      queueMicrotask(runChecks)
    },
    waitFor(predicate, { timeoutMs = 10_000, what = 'a condition' } = {}) {
      return new Promise((resolve, reject) => {
        let lastError: unknown
        const end = () => {
          clearTimeout(timer)
          checks.delete(check)
        }
        const fail = (reason: string) => {
          end()
          const thrown = lastError === undefined ? '' : `\nthe check threw: ${String(lastError)}`
          reject(new Error(`${reason}: ${what}${thrown}\n${report()}`))
        }
        const check = (stopped: boolean) => {
          if (stopped) return fail('the simulator was stopped while waiting for')
          try {
            const value = predicate()
            lastError = undefined
            if (!value) return
            end()
            resolve(value as Exclude<typeof value, undefined | null | false | 0 | ''>)
          } catch (error) {
            lastError = error
          }
        }
        const timer = setTimeout(() => fail(`waited ${timeoutMs} ms in vain for`), timeoutMs)
        checks.add(check)
        check(false)
      })
    },
    stop() {
      for (const check of checks) check(true)
    },
  }
}
