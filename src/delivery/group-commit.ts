/**
 * Gathers what comes in while a commit is under way and commits it together next time. When a joint commit fails,
 * each one is tried alone, so that one bad row fails only its own caller.
 */
export function createGroupCommit<T, R>(
  commit: (items: readonly T[]) => Promise<R>,
): (items: readonly T[]) => Promise<R> {
  interface Waiting {
    readonly items: readonly T[]
    readonly resolve: (result: R) => void
    readonly reject: (error: unknown) => void
  }
  let waiting: Waiting[] = []
  let running = false

  const commitAlone = async (one: Waiting) => {
    try {
      one.resolve(await commit(one.items))
    } catch (error) {
      one.reject(error)
    }
  }

  const commitTogether = async (group: readonly Waiting[]) => {
    try {
      const result = await commit(group.flatMap((one) => one.items))
      for (const one of group) one.resolve(result)
    } catch {
      for (const one of group) await commitAlone(one)
    }
  }

  const run = async () => {
    running = true
    while (waiting.length > 0) {
      const group = waiting
      waiting = []
      const only = group.length === 1 ? group[0] : undefined
      await (only ? commitAlone(only) : commitTogether(group))
    }
    running = false
  }

  return (items) =>
    new Promise<R>((resolve, reject) => {
      waiting.push({ items, resolve, reject })
      if (!running) void run()
    })
}
