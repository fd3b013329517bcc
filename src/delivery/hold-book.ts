import type { HeldChat, OutboxStore } from './outbox-port.ts'

/** The chats that can't be reached, as the dispatcher knows them. The table is the authority: lanes of any process end holds there. */
export interface HoldBook {
  get(chatId: number): HeldChat | undefined
  /** Reads the table. */
  read(): Promise<void>
  /** Somebody else may have ended a hold: the next {@link HoldBook.check} looks. */
  doubt(): void
  readonly isInDoubt: boolean
  /** Reads the table where the number of its rows tells that something has changed. */
  check(): Promise<void>
  /** Chats found to be held no longer, each told once. */
  takeReleased(): readonly number[]
  clear(): void
}

export function createHoldBook(outbox: Pick<OutboxStore, 'heldChats' | 'countHeldChats'>): HoldBook {
  let known: ReadonlyMap<number, HeldChat> | null = null
  let isInDoubt = true
  const released = new Set<number>()

  const read = async () => {
    const rows = await outbox.heldChats()
    const before = known?.keys() ?? []
    known = new Map(rows.map((held) => [held.chatId, held]))
    for (const chatId of before) if (!known.has(chatId)) released.add(chatId)
    isInDoubt = false
  }

  return {
    get: (chatId) => known?.get(chatId),
    read,
    doubt: () => {
      isInDoubt = true
    },
    get isInDoubt() {
      return isInDoubt
    },
    check: async () => {
      if (known === null) return await read()
      if (!isInDoubt) return
      isInDoubt = false
      try {
        // Nobody but this process holds chats: where it knows of none there is none to end.
        if (known.size > 0 && (await outbox.countHeldChats()) !== known.size) await read()
      } catch (error) {
        isInDoubt = true
        throw error
      }
    },
    takeReleased: () => {
      const chats = [...released]
      released.clear()
      return chats
    },
    clear: () => {
      known = null
      isInDoubt = true
      released.clear()
    },
  }
}
