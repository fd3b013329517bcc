import type { Log } from '../../src/delivery/ports.ts'

export interface TestLog extends Log {
  readonly lines: readonly { level: string; fields: object; message: string }[]
}

/** Keeps what is logged. */
export function createTestLog(): TestLog {
  const lines: { level: string; fields: object; message: string }[] = []
  const at = (level: string) => (fields: object, message: string) => {
    lines.push({ level, fields, message })
  }
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}
