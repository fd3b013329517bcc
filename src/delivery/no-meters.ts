import type { Meters } from './meters.ts'

/** Where nobody watches. */
export const NO_METERS: Meters = {
  received: () => undefined,
  worked: () => undefined,
  committed: () => undefined,
  called: () => undefined,
  settled: () => undefined,
}
