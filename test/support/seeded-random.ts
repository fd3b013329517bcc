export { createSeededRandom } from '../../src/demo/seed/seeded-random.ts'

/** The seed of this run, from `SOAK_SEED` when an earlier run is to be repeated. */
export function soakSeed(): number {
  return Number(process.env.SOAK_SEED ?? Math.floor(Math.random() * 1_000_000))
}
