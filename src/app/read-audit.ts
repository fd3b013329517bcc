import type { TicketEvent } from '../domain/ticket-message.ts'
import type { Desk } from './desk.ts'
import type { AuditEntry, AuditScope } from './desk-ports.ts'

/** One line of the log: what happened to a ticket, or what else the staff did. */
export type AuditLine =
  | { readonly kind: 'event'; readonly event: TicketEvent }
  | { readonly kind: 'entry'; readonly entry: AuditEntry }

export interface AuditPage {
  /** The newest first. */
  readonly lines: readonly AuditLine[]
  readonly hasMore: boolean
}

/** A page of the audit log, from 0. The two sources are read as far as the page may reach and put into one order. */
export async function readAudit(
  desk: Desk,
  scope: AuditScope,
  page: number,
  pageSize: number,
): Promise<AuditPage> {
  const reach = (page + 1) * pageSize + 1
  const { audit } = desk.stores
  const [entries, events] = await Promise.all([audit.entries(scope, reach), audit.events(scope, reach)])
  const lines: AuditLine[] = [
    ...entries.map((entry) => ({ kind: 'entry', entry }) as const),
    ...events.map((event) => ({ kind: 'event', event }) as const),
  ]
  const ordered = lines.sort((one, other) => momentOf(other).getTime() - momentOf(one).getTime())
  return {
    lines: ordered.slice(page * pageSize, (page + 1) * pageSize),
    hasMore: ordered.length > (page + 1) * pageSize,
  }
}

export function momentOf(line: AuditLine): Date {
  return line.kind === 'event' ? line.event.at : line.entry.at
}

/** The ids a group has had: what was done before it became a supergroup is kept under the old one. */
export async function idsOfGroup(desk: Desk, chatId: number): Promise<readonly number[]> {
  const moves = await desk.stores.staffGroups.moves()
  const ids = [chatId]
  // Grows while it is walked through: an old id may have had an older one.
  for (const id of ids) for (const [from, to] of moves) if (to === id && !ids.includes(from)) ids.push(from)
  return ids
}
