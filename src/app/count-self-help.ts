import type { Draft } from '../domain/intake/draft.ts'
import type { Desk } from './desk.ts'

/** Counts, for the owner, what became of the ready answer of the draft's problem. */
export function countSelfHelp(desk: Desk, { categoryId, problemId }: Draft, helped: boolean): void {
  if (categoryId === null || problemId === null) return
  desk.stores.selfHelp.add({ id: desk.ids.next(), categoryId, problemId, helped, at: desk.now })
}
