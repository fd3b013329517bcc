import type { Period } from '../domain/period.ts'
import type { GroupGuide } from './desk-ports.ts'
import type { GroupTrouble } from './staff-ports.ts'

/** What agents are told, and what becomes of their groups. */
export interface GroupNotices {
  /** A word to an agent in private did not get through: it is said where they asked for it. */
  agentNotReached(lost: LostWord): void
  /**
   * A word to an agent in the group did not get to them alone: it goes to their private chat. `shownAs`: the message that everybody
   * sees instead; null: there is none.
   */
  asideNotShown(lost: LostWord, shownAs: number | null): void
  /** Has the report of a week made and sent to a group. */
  weekOver(happened: { readonly chatId: number; readonly week: Period }): void
  /** That report may not have arrived. */
  weekNotReported(happened: { readonly chatId: number }): void
  /** A report that an agent has asked for was not sent: they are told, where they can't be reached in the group. */
  reportNotSent(lost: Pick<LostWord, 'agent' | 'asked' | 'bot'> & { readonly canBeReached: boolean }): void
  /** The guide for agents goes into the group and is pinned; `known`: the message that is to say it from now on. */
  guideWanted(wanted: {
    readonly chatId: number
    readonly callId: string
    readonly known: GroupGuide | null
  }): void
  /** The guide could not be pinned. */
  guideNotPinned(chatId: number): void
  /** One of the agents' groups has a new id. */
  groupMoved(happened: { readonly from: number; readonly to: number }): void
  /** Tells whoever runs a staff group, and `by`, who did it, what it lacks and what to do. */
  groupTroubled(happened: {
    readonly chatId: number
    readonly kind: GroupTrouble
    readonly by: number | null
  }): Promise<void>
  /** Tells them that it goes on. */
  groupMended(happened: { readonly chatId: number; readonly by: number | null }): Promise<void>
}

/** What an agent was to read, and where they had asked for it. */
export interface LostWord {
  readonly html: string
  /** Its buttons. */
  readonly markup: object
  readonly agent: { readonly telegramId: number; readonly name: string }
  readonly asked: {
    readonly chatId: number
    readonly topicId: number | null
    readonly messageId: number | null
  }
  readonly bot: string
}
