import type { Log } from '../../src/delivery/ports.ts'

interface Line {
  readonly level: string
  readonly fields: object
  readonly message: string
}

export interface TestLog extends Log {
  /** From level info on. */
  readonly lines: readonly Line[]
  /** The ordinary. */
  readonly details: readonly Line[]
}

/** Keeps what is logged. */
export function createTestLog(): TestLog {
  const lines: Line[] = []
  const details: Line[] = []
  const at =
    (level: string, list = lines) =>
    (fields: object, message: string) => {
      list.push({ level, fields, message })
    }
  return {
    lines,
    details,
    debug: at('debug', details),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
  }
}
