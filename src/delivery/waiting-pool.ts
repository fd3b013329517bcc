import type { StoredCall } from './outgoing-call.ts'

/** The waiting calls in memory, by chat and in order of arrival. The store stays the authority on what waits. */
export interface WaitingPool {
  readonly size: number
  /** @returns false when it is known already */
  add(call: StoredCall): boolean
  remove(calls: readonly StoredCall[]): void
  removeChat(chatId: number): void
  has(id: string): boolean
  ofChat(chatId: number): readonly StoredCall[]
  /** Is there a call that may go by `time` (ms since 1970), in a chat that is not held? */
  hasDueBy(time: number, isHeld: (chatId: number) => boolean): boolean
  clear(): void
}

export function createWaitingPool(): WaitingPool {
  const chats = new Map<number, StoredCall[]>()
  const ids = new Set<string>()

  const removeOne = (call: StoredCall) => {
    const calls = chats.get(call.chatId)
    const index = calls?.findIndex((one) => one.id === call.id) ?? -1
    if (!calls || index < 0) return
    calls.splice(index, 1)
    ids.delete(call.id)
    if (calls.length === 0) chats.delete(call.chatId)
  }

  return {
    get size() {
      return ids.size
    },
    add: (call) => {
      if (ids.has(call.id)) return false
      ids.add(call.id)
      const calls = chats.get(call.chatId)
      if (!calls) chats.set(call.chatId, [call])
      else calls.splice(calls.findLastIndex((one) => one.seq < call.seq) + 1, 0, call)
      return true
    },
    remove: (calls) => {
      for (const call of calls) removeOne(call)
    },
    removeChat: (chatId) => {
      for (const call of chats.get(chatId) ?? []) ids.delete(call.id)
      chats.delete(chatId)
    },
    has: (id) => ids.has(id),
    ofChat: (chatId) => chats.get(chatId) ?? [],
    hasDueBy: (time, isHeld) => {
      const isDue = (call: StoredCall) => (call.notBefore?.getTime() ?? 0) <= time
      return [...chats].some(([chatId, calls]) => !isHeld(chatId) && calls.some(isDue))
    },
    clear: () => {
      chats.clear()
      ids.clear()
    },
  }
}
