import { randomUUID } from 'node:crypto'
import type { Fault, FaultHandle, Faults } from '../faults.ts'
import type { FaultView } from './protocol.ts'

/** The faults set from the page, under ids. */
export interface FaultBook {
  /** @param chatId only calls that name this chat meet it; null: all of the method */
  add(fault: Fault, chatId: number | null): void
  /** @returns whether there was such a fault */
  remove(id: string): boolean
  /** Lets the answers go that hang now; the next ones hang again. */
  release(): void
  views(): FaultView[]
}

interface Entry {
  fault: Fault
  chatId: number | null
  handle: FaultHandle
  /** How many it had hit when its handle was made. */
  hitsBefore: number
}

export function createFaultBook(faults: Faults): FaultBook {
  const entries = new Map<string, Entry>()
  const timesOf = ({ times = 1 }: Fault) => times
  return {
    add(given, chatId) {
      const fault = chatId === null ? given : { ...given, when: ofChat(chatId) }
      entries.set(randomUUID(), { fault, chatId, handle: faults.add(fault), hitsBefore: 0 })
    },
    remove(id) {
      const entry = entries.get(id)
      entry?.handle.release()
      entry?.handle.remove()
      return entries.delete(id)
    },
    release() {
      for (const entry of entries.values()) {
        if (entry.handle.hits === 0) continue
        // A handle that has let go once never holds again.
        entry.handle.release()
        entry.handle.remove()
        entry.hitsBefore += entry.handle.hits
        entry.handle = faults.add({ ...entry.fault, times: timesOf(entry.fault) - entry.hitsBefore })
      }
    },
    views: () =>
      [...entries].map(([id, { fault, chatId, handle, hitsBefore }]) => ({
        id,
        method: fault.method,
        chatId,
        kind: fault.kind,
        times: timesOf(fault),
        hits: hitsBefore + handle.hits,
      })),
  }
}

function ofChat(chatId: number): NonNullable<Fault['when']> {
  return ({ chat_id }) => Number(chat_id) === chatId
}
