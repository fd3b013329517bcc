/** Rows a step: few enough to let the other writers in between. */
const STEP = 1000

/** Deletes in steps until nothing is left. @returns how many rows went */
export async function pruneInSteps(
  deleteSome: (limit: number) => PromiseLike<{ count: number }>,
): Promise<number> {
  let pruned = 0
  for (;;) {
    const { count } = await deleteSome(STEP)
    pruned += count
    if (count < STEP) return pruned
  }
}
