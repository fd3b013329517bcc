import type { ChildProcess } from 'node:child_process'

const LINES_KEPT = 20

/** Resolves with the exit code; null where a signal ended it. */
export function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code))
  })
}

/** What it has written last, oldest first; grows while it writes. */
export function keepLines(child: ChildProcess): string[] {
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      lines.push(...text.split('\n').filter((line) => line.trim() !== ''))
      lines.splice(0, lines.length - LINES_KEPT)
    })
  }
  return lines
}
