import type { Agent } from '../domain/people.ts'
import { type TagWish, tagsAfter } from '../domain/tags.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Desk } from './desk.ts'
import { writeAudit } from './write-audit.ts'

/**
 * Puts tags on a ticket and takes others off.
 * @returns `full`: they would be too many, and nothing was changed
 */
export async function tagTicket(
  desk: Desk,
  ticket: Ticket,
  wish: TagWish,
  by: Agent,
): Promise<'changed' | 'same' | 'full'> {
  const { tags, tickets } = desk.stores
  const before = await tags.of(ticket.id)
  const after = tagsAfter(before, wish)
  if (after === null) return 'full'
  if (after.join(' ') === before.join(' ')) return 'same'
  for (const tag of before) if (!after.includes(tag)) tags.remove(ticket.id, tag)
  for (const tag of after) if (!before.includes(tag)) tags.add(ticket.id, tag)
  // Guards the number of tags: two agents may be at it.
  const tagged: Ticket = { ...ticket, version: ticket.version + 1 }
  tickets.update(tagged)
  const change = { before: before.join(' '), after: after.join(' ') }
  writeAudit(desk, ticket, `agent:${by.id}`, 'tagged', change)
  await desk.notices.cardChanged(tagged)
  return 'changed'
}
