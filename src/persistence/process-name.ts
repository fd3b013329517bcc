import { createHash, randomUUID } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/** A program may open the desk more than once. */
const given = new Set<string>()

/**
 * Names this process among all that share a database, as `machine:pid:random`.
 * @param machine where its number counts; another name stands for another machine
 */
export function nameProcess(machine = thisMachine()): string {
  const name = `${machine}:${process.pid}:${randomUUID().slice(0, 8)}`
  given.add(name)
  return name
}

/** Is the process surely gone? Those of other machines may be alive. @param self the name of this one */
export function isSurelyGone(name: string, self: string): boolean {
  const [machine, pid] = name.split(':')
  if (pid === undefined || machine !== self.split(':')[0]) return false
  // A restarted container's process has its predecessor's number.
  if (Number(pid) === process.pid) return !given.has(name)
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}

/**
 * Two containers may have one host name, and numbers of their own each: where the system tells, the name is that of this
 * start of the machine and of this set of process numbers.
 */
export function thisMachine(): string {
  const told = [
    () => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'),
    () => readlinkSync('/proc/self/ns/pid'),
  ].map(orNothing)
  const mark = createHash('sha256').update(told.join()).digest('hex').slice(0, 8)
  return `${hostname().replaceAll(':', '-')}-${mark}`
}

function orNothing(read: () => string): string {
  try {
    return read()
  } catch {
    return ''
  }
}
