import { findCategory } from '../domain/catalog.ts'
import type { DeskRules } from './desk.ts'

/** The groups the agents work in. The catalogue may name one for a category, all else goes to the main one. */
export interface StaffGroups {
  /** False in set-up mode: no group is named yet. */
  readonly areNamed: boolean
  /** For what belongs to no category; null in set-up mode. */
  main(): Promise<number | null>
  /** Where a category's tickets go; null in set-up mode. */
  ofCategory(categoryId: string): Promise<number | null>
  isOurs(chatId: number): Promise<boolean>
  /** Each once, the main one first. */
  all(): Promise<readonly number[]>
}

export function createStaffGroups({
  staffChatId,
  catalog,
}: Pick<DeskRules, 'staffChatId' | 'catalog'>): StaffGroups {
  const named = catalog.categories.flatMap(({ staffGroup }) => staffGroup ?? [])
  const all = staffChatId === null ? [] : [...new Set([staffChatId, ...named])]
  return {
    areNamed: staffChatId !== null,
    main: async () => staffChatId,
    ofCategory: async (categoryId) =>
      staffChatId === null ? null : (findCategory(catalog, categoryId)?.staffGroup ?? staffChatId),
    isOurs: async (chatId) => all.includes(chatId),
    all: async () => all,
  }
}
