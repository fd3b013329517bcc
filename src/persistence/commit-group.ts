/** Transactions that go to the disk together at most: the first of them waits for the last. */
const MOST_TOGETHER = 32

interface Member {
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/** Statements of the connection that writes. */
export interface CommitScripts {
  /** Takes the file's lock. */
  begin(): Promise<void>
  run(script: string): Promise<void>
}

/**
 * Each commit waits for the disk, so transactions that stand in line go there together: each is a savepoint of one real
 * transaction, fails for itself alone, and counts as committed when the real one is. One at a time may be between `begin` and its end.
 */
export interface CommitGroup {
  begin(): Promise<void>
  /**
   * Ends the transaction well.
   * @param isLast nobody stands in line, so there is nothing to wait for
   * @returns what settles when it is on the disk, or is not and never will be
   */
  end(isLast: boolean): Promise<{ readonly onDisk: Promise<void> }>
  /** Ends it as if it had never been. */
  undo(isLast: boolean): Promise<void>
}

export function createCommitGroup(scripts: CommitScripts): CommitGroup {
  let isOpen = false
  let members: Member[] = []

  const close = (settle: (member: Member) => void) => {
    isOpen = false
    const settled = members
    members = []
    for (const member of settled) settle(member)
  }

  /** Some errors end the whole transaction, and then nothing of it is left. */
  const fail = async (error: unknown) => {
    await scripts.run('ROLLBACK').catch(() => undefined)
    close((member) => member.reject(error))
  }

  const flush = async (isLast: boolean) => {
    if (!isLast && members.length < MOST_TOGETHER) return
    try {
      await scripts.run('COMMIT')
    } catch (error) {
      return await fail(error)
    }
    close((member) => member.resolve())
  }

  return {
    async begin() {
      if (!isOpen) {
        await scripts.begin()
        isOpen = true
      }
      try {
        await scripts.run('SAVEPOINT member')
      } catch (error) {
        await fail(error)
        throw error
      }
    },
    async end(isLast) {
      const onDisk = new Promise<void>((resolve, reject) => members.push({ resolve, reject }))
      // Whoever awaits it later hears of it all the same.
      onDisk.catch(() => undefined)
      try {
        await scripts.run('RELEASE member')
      } catch (error) {
        await fail(error)
      }
      if (isOpen) await flush(isLast)
      return { onDisk }
    },
    async undo(isLast) {
      try {
        await scripts.run('ROLLBACK TO member; RELEASE member')
      } catch (error) {
        return await fail(error)
      }
      await flush(isLast)
    },
  }
}
