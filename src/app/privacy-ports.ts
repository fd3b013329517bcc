/** What takes people's words out of the database again. Writes are collected like those of the other stores. */

export interface ErasureStore {
  /** Is a call on its way to the chat, or in one of the streams? */
  isBusy(chatId: number, streams: readonly string[]): Promise<boolean>
  /** Files with a copy on the disk, or one that is to be made, which belong to these tickets and to no others. */
  filesOnlyOf(ticketIds: readonly string[]): Promise<readonly string[]>
  /** The messages in groups that show one of the subjects. */
  copiesOf(subjects: readonly string[]): Promise<readonly GroupCopy[]>
  /** Removes what was said and sent in the tickets, on both sides. The tickets' own rows are the caller's. */
  strip(words: StrippedWords): Promise<void>
  /** Removes what is kept of a person beside their tickets, and all calls to their chat. Their own row is the caller's. */
  forgetPerson(person: ForgottenPerson): void
  /** Removes the traces in inbox and outbox that are left when the last call to the chat has ended. */
  forgetRails(rails: {
    readonly chatId: number
    readonly lane: string
    readonly lastCallId: string
  }): Promise<void>
}

export interface GroupCopy {
  readonly chatId: number
  readonly messageId: number
}

export interface StrippedWords {
  readonly ticketIds: readonly string[]
  /** Of whatever messages showed: none of them leads to the tickets any more. */
  readonly subjects: readonly string[]
  /** Whose calls are dropped. */
  readonly streams: readonly string[]
  /** By their unique ids: copies that are to be known no more. */
  readonly files: readonly string[]
  readonly orderNumbers: readonly string[]
}

export interface ForgottenPerson {
  readonly customerId: string
  readonly chatId: number
  /** The chat's, which is also the name of its conversation. */
  readonly lane: string
  readonly shopCustomerId: string | null
}
