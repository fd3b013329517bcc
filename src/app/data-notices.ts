import type { Customer } from '../domain/people.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { FileToKeep } from './keep-file.ts'
import type { GroupCopy } from './privacy-ports.ts'

/** What becomes of what is kept: copies of files, exports, deletions. */
export interface DataNotices {
  /** Has a file of a ticket copied to DATA_DIR. */
  fileWanted(file: FileToKeep): void
  /** Has the copy of a file deleted. */
  fileUnwanted(fileUniqueId: string): void
  /** Has a file of all that is kept of the customer made and sent to them. */
  exportOrdered(customer: Customer): void
  exportFailed(customer: Customer): void
  /** The customer goes on, and so nothing is deleted. */
  deletionCancelled(customer: Customer): void
  /** The last sentence to a customer. */
  customerForgotten(customer: Customer): void
  /**
   * Takes a ticket out of the agents' sight, as far as Telegram lets the bot: `copies` are the messages that show it. Each list is
   * deleted for itself: what others have written the bot may not always delete.
   */
  ticketForgotten(happened: {
    readonly ticket: Ticket
    readonly copies: readonly (readonly GroupCopy[])[]
  }): Promise<void>
  /** The ticket's topic could not be deleted: agents read there what is left for them to do. */
  topicLeft(ticket: Ticket): Promise<void>
}
