import type { UploadedFile } from '../http/multipart.ts'
import type { Params } from '../params.ts'
import type { World } from '../state/world.ts'

/** One validated call of the bot. */
export interface Call {
  world: World
  method: string
  params: Params
  files: Map<string, UploadedFile>
  /** Aborted when the caller hangs up. */
  signal: AbortSignal
}

/** Does what a method does and returns its `result`. @throws BotApiError */
export type Handler = (call: Call) => unknown

export type Handlers = Readonly<Record<string, Handler>>
