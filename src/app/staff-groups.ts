import { findCategory } from '../domain/catalog.ts'
import type { DeskRules } from './desk.ts'
import type { GroupHome, StaffGroupStore } from './staff-ports.ts'

/**
 * The groups the agents work in. The catalogue may name one for a category, all else goes to the main one. The settings may
 * hold ids that groups had before Telegram gave them new ones: here each is known by its present id.
 */
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
  /** What belongs where. */
  homes(): Promise<readonly GroupHome[]>
}

export function createStaffGroups(
  { staffChatId, catalog }: Pick<DeskRules, 'staffChatId' | 'catalog'>,
  store: Pick<StaffGroupStore, 'moves'>,
): StaffGroups {
  const named = catalog.categories.flatMap(({ staffGroup }) => staffGroup ?? [])
  const present = async (chatId: number) => followMoves(await store.moves(), chatId)
  const all = async () => {
    if (staffChatId === null) return []
    const moves = await store.moves()
    return [...new Set([staffChatId, ...named].map((chatId) => followMoves(moves, chatId)))]
  }
  return {
    areNamed: staffChatId !== null,
    main: async () => (staffChatId === null ? null : present(staffChatId)),
    ofCategory: async (categoryId) =>
      staffChatId === null ? null : present(findCategory(catalog, categoryId)?.staffGroup ?? staffChatId),
    // Ids of groups are negative: for a person nothing has to be asked.
    isOurs: async (chatId) => chatId < 0 && (await all()).includes(chatId),
    all,
    homes: async () => {
      if (staffChatId === null) return []
      const moves = await store.moves()
      const own = catalog.categories.filter((category) => category.staffGroup !== undefined)
      const except = own.map((category) => category.id)
      return [
        { chatId: followMoves(moves, staffChatId), only: null, except },
        ...own.map(({ id, staffGroup = staffChatId }) => ({
          chatId: followMoves(moves, staffGroup),
          only: [id],
          except: [],
        })),
      ]
    },
  }
}

function followMoves(moves: ReadonlyMap<number, number>, chatId: number): number {
  const next = moves.get(chatId)
  // An id that leads back to itself is no move, and would have no end.
  const rest = new Map([...moves].filter(([from]) => from !== chatId))
  return next === undefined ? chatId : followMoves(rest, next)
}
