/** How long, in ms, work may go on without letting timers and the network have their turn. */
const LONGEST_STRETCH_MS = 10

/**
 * An embedded database answers without ever waiting, so work on it never lets go of the event loop: timers and the network
 * would stand still until a backlog is through. Await the returned function before each statement.
 */
export function createBreather(): () => Promise<void> | undefined {
  let lastBreath = performance.now()
  let breath: Promise<void> | undefined
  return () => {
    if (breath === undefined && performance.now() - lastBreath < LONGEST_STRETCH_MS) return undefined
    breath ??= new Promise((resolve) => {
      setImmediate(() => {
        lastBreath = performance.now()
        breath = undefined
        resolve()
      })
    })
    return breath
  }
}
