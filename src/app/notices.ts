import type { DataNotices } from './data-notices.ts'
import type { FormNotices } from './form-notices.ts'
import type { GroupNotices } from './group-notices.ts'
import type { MessageNotices } from './message-notices.ts'
import type { TicketNotices } from './ticket-notices.ts'

/** What the people of a ticket are told. Each puts its outgoing calls into the unit that changes the ticket. */
export interface Notices extends TicketNotices, MessageNotices, FormNotices, GroupNotices, DataNotices {}
