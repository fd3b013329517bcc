import { randomBytes, randomInt } from 'node:crypto'
import type { Ids } from '../app/ports.ts'

const ID_BYTES = 9

/** Unpredictable ids, so that none can be guessed from another. */
export function createIds(): Ids {
  return {
    next: () => randomBytes(ID_BYTES).toString('base64url'),
    randomBelow: (below) => randomInt(below),
  }
}
