import type { Agent } from '../domain/people.ts'
import type { Role } from '../domain/roles.ts'
import type { Desk } from './desk.ts'
import type { AuditEntry } from './desk-ports.ts'

/** Who does something, as what, and in which staff group. */
export interface StaffActor {
  readonly agent: Agent
  readonly role: Role
  readonly chatId: number
}

type Deed = Pick<AuditEntry, 'action' | 'subject'> &
  Partial<Pick<AuditEntry, 'before' | 'after' | 'reason' | 'ticketId' | 'customerId'>>

/** Keeps what the staff did where it is no event of a ticket. */
export function recordAudit(desk: Desk, { agent, role, chatId }: StaffActor, deed: Deed): void {
  const nothing = { before: null, after: null, reason: null, ticketId: null, customerId: null }
  const actor = `agent:${agent.id}`
  desk.stores.audit.add({ ...nothing, id: desk.ids.next(), at: desk.now, chatId, actor, role, ...deed })
}
