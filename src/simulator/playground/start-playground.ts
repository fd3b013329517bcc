import type { Simulator } from '../simulator.ts'
import { createFaultBook } from './fault-book.ts'
import { createFeed } from './feed.ts'
import { createSideDoor } from './http/routes.ts'
import { keepWorld } from './keep/world-file.ts'
import type { Paper, Switch } from './room.ts'
import { createUploads } from './uploads.ts'

export interface PlaygroundOptions {
  /** Where the built page lies (`dist/page`); where it does not, the address says so. */
  pageFolder: string
  /** What more the page offers, such as "Restart the bot". */
  switches?: readonly Switch[]
  /** Texts behind the scenes that the page lets one read, and change where they can be saved. */
  papers?: readonly Paper[]
  /** Where the world is kept between runs; it is restored from there before anything else. Nowhere by default. */
  worldFile?: string
  /** Hears what the person who runs it should know, a sentence at a time; the console's errors by default. */
  say?: (line: string) => void
}

export interface Playground {
  /** Where the page is. */
  url: string
  /** Whether the world of an earlier run goes on, with its people and groups. */
  isRestored: boolean
  /** Tells the page of what the simulator does not know, such as the state of a switch. */
  changed(): void
  /** Call it before the simulator's own `stop`. */
  stop(): Promise<void>
}

/**
 * Opens the simulated world to a web page, on the simulator's own address.
 * With a `worldFile` nothing may have happened in the world before.
 */
export async function startPlayground(sim: Simulator, options: PlaygroundOptions): Promise<Playground> {
  const { pageFolder, switches = [], papers = [], worldFile: path, say = console.error } = options
  const kept = path === undefined ? undefined : await keepWorld(sim, { path, say })
  const uploads = createUploads()
  const room = { sim, faults: createFaultBook(sim.faults), uploads, switches, papers }
  const feed = createFeed(room)
  sim.openSideDoor(createSideDoor({ room, feed, pageFolder }))
  return {
    url: `${sim.url}/`,
    isRestored: kept?.isRestored ?? false,
    changed: feed.changed,
    async stop() {
      sim.openSideDoor(() => false)
      feed.stop()
      uploads.clear()
      await kept?.stop()
    },
  }
}
