import { createSystemClock } from '../delivery/system-clock.ts'
import { thisMachine } from '../persistence/process-name.ts'
import { runProcess } from '../run-process.ts'
import type { Pace } from '../simulator/playground/paced-clock.ts'
import { createDeskClock, type DeskClock } from './desk-clock.ts'

/**
 * The bot as `npm start` runs it, but in the time of the process that started it: that one tells how time passes, at first and at each
 * change. Real are the leases, which say that this process lives, and the limits of calls, of which DeskClock leaves enough.
 */
function followParent(): Promise<DeskClock> {
  return new Promise((resolve) => {
    let clock: DeskClock | null = null
    process.on('message', (pace: Pace) => {
      if (clock !== null) return clock.follow(pace)
      clock = createDeskClock(pace)
      resolve(clock)
    })
    // Nobody is left who could stop it.
    process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  })
}

const clock = await followParent()
await runProcess({ clock, machine: { name: thisMachine(), clock: createSystemClock() } })
