import { access, constants, stat, statfs } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { type Finding, fine, problem, warning } from './finding.ts'

const MB = 1024 ** 2
/** With less than that a busy day may fill the disk. Bytes. */
const LITTLE = 1_024 * MB
/** With less than that the next hours may. Bytes. */
const TOO_LITTLE = 100 * MB

/** Whether the desk may write into its folder, and for how long there is room. */
export async function checkFolder(dataDir: string): Promise<readonly Finding[]> {
  const folder = resolve(dataDir)
  const there = await nearestThere(folder)
  try {
    if (!(await stat(there)).isDirectory()) throw new Error('it is no folder')
    await access(there, constants.W_OK | constants.X_OK)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : (error as Error).message
    const mend = 'give DATA_DIR a folder that the bot may write to'
    return [problem('data folder', `${there} can't be written to (${reason})`, mend)]
  }
  const says = there === folder ? `${folder} can be written to` : `${folder} is made at the first start`
  const { bavail, bsize } = await statfs(there)
  return [fine('data folder', says), judgeSpace(bavail * bsize)]
}

/** @param bytes that are free */
export function judgeSpace(bytes: number): Finding {
  const says = `${Math.floor(bytes / MB)} MB are free for the data`
  const mend = 'make room, or give DATA_DIR a folder on a larger disk'
  if (bytes < TOO_LITTLE) return problem('disk', says, mend)
  return bytes < LITTLE ? warning('disk', says, mend) : fine('disk', says)
}

async function nearestThere(folder: string): Promise<string> {
  try {
    await stat(folder)
    return folder
  } catch {
    const parent = dirname(folder)
    return parent === folder ? folder : nearestThere(parent)
  }
}
