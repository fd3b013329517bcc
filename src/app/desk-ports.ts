import type { Role } from '../domain/roles.ts'
import type { TicketStatus } from '../domain/ticket.ts'
import type { TicketEvent } from '../domain/ticket-message.ts'

/** What the staff's own affairs are kept in: the audit log, ready answers, the pinned guide. */

export const AUDITED = [
  'banned',
  'unbanned',
  'refused',
  'macro-saved',
  'macro-deleted',
  'named',
  'guide-pinned',
] as const
export type Audited = (typeof AUDITED)[number]

/** Something the staff did that is no event of a ticket: those have their own history. */
export interface AuditEntry {
  readonly id: string
  readonly at: Date
  /** The staff group it was done in. */
  readonly chatId: number
  /** `agent:<id>`. */
  readonly actor: string
  /** What the actor was in that group then. */
  readonly role: Role
  readonly action: Audited
  /** What was changed, or what was refused: `customer:<id>`, a macro's name, a command. */
  readonly subject: string
  readonly before: string | null
  readonly after: string | null
  readonly reason: string | null
  /** The ticket it was done at. */
  readonly ticketId: string | null
  /** Whom it concerned. */
  readonly customerId: string | null
}

/** What an audit is asked for: all of a group since a moment, or one ticket. */
export type AuditScope =
  | { readonly chatIds: readonly number[]; readonly since: Date }
  | { readonly ticketId: string }

export interface AuditStore {
  add(entry: AuditEntry): void
  /** The last `limit` entries, the newest first. */
  entries(scope: AuditScope, limit: number): Promise<readonly AuditEntry[]>
  /** The last `limit` events of tickets, the newest first. */
  events(scope: AuditScope, limit: number): Promise<readonly TicketEvent[]>
}

/** A ready answer of an agent's own. */
export interface OwnMacro {
  readonly id: string
  readonly agentId: string
  readonly name: string
  readonly text: string
  readonly updatedAt: Date
}

/** A ready answer as its customer will read it. An agent has one for each ticket: a newer one takes its place. */
export interface MacroPreview {
  readonly id: string
  readonly ticketId: string
  readonly agentId: string
  /** The staff group it was asked for in. */
  readonly chatId: number
  readonly text: string
  /** The ticket's, when it was shown. */
  readonly status: TicketStatus
  readonly createdAt: Date
}

export interface MacroStore {
  byId(id: string): Promise<OwnMacro | null>
  /** Whatever the case of its letters. */
  byName(agentId: string, name: string): Promise<OwnMacro | null>
  /** By name. */
  of(agentId: string): Promise<readonly OwnMacro[]>
  /** Inserts or replaces. The commit throws StaleWriteError where another one has got the name meanwhile. */
  save(macro: OwnMacro): void
  /** The commit throws StaleWriteError where it is gone already. */
  remove(macro: OwnMacro): void
  previewById(id: string): Promise<MacroPreview | null>
  /** In place of the agent's earlier one for the ticket. */
  savePreview(preview: MacroPreview): void
  /** The commit throws StaleWriteError where it is gone already: it is used once. */
  removePreview(preview: MacroPreview): void
}

/** The guide for agents in a staff group. */
export interface GroupGuide {
  readonly chatId: number
  /** The call that brings it. */
  readonly callId: string
  /** Null until the answer to that call has come. */
  readonly messageId: number | null
}

export interface GuideStore {
  of(chatId: number): Promise<GroupGuide | null>
  save(guide: GroupGuide): void
}
