import type { Simulator } from '../simulator.ts'
import type { FaultBook } from './fault-book.ts'
import type { Uploads } from './uploads.ts'

/** Something more that whoever runs the playground lets the page do. */
export interface Switch {
  id: string
  label: string
  /** What it does, in a sentence. */
  hint: string
  /** What became of it last, or how things stand; empty for nothing to say. */
  state(): string
  /** @throws Error whose message is a sentence to show. */
  run(): Promise<void>
}

/** All that an act may need. */
export interface Room {
  sim: Simulator
  faults: FaultBook
  uploads: Uploads
  switches: readonly Switch[]
}
