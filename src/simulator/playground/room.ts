import type { Simulator } from '../simulator.ts'
import type { FaultBook } from './fault-book.ts'
import type { StateView, Wording } from './protocol.ts'
import type { Uploads } from './uploads.ts'

/** Something more that whoever runs the playground lets the page do. */
export interface Switch {
  id: string
  label: Wording
  /** What it does, in a sentence. */
  hint: Wording
  /** What became of it last, or how things stand; null: nothing to say. */
  state(): StateView | null
  /** Whether it can be used as things stand; left out: always. */
  isUsable?(): boolean
  /** @throws ActRefusal that says why not, or Error whose message is a sentence to show. */
  run(): Promise<void>
}

/** A text behind the scenes that the page lets one read, such as a file of settings. */
export interface Paper {
  id: string
  label: Wording
  /** What it is, in a sentence. */
  hint: Wording
  /** How much there is to read, or the like; null or left out: nothing to say. */
  state?(): StateView | null
  read(): Promise<string | Wording>
  /**
   * Puts the text to use; left out: it is only to be read.
   * @throws ActRefusal, or Error whose message says what is wrong with it; then all stays as it was
   */
  save?(text: string): Promise<void>
}

/** All that an act may need. */
export interface Room {
  sim: Simulator
  faults: FaultBook
  uploads: Uploads
  switches: readonly Switch[]
  papers: readonly Paper[]
}
