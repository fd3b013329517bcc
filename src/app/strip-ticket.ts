import { keptUntil, stripped } from '../domain/forgetting.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Desk } from './desk.ts'
import { fileStream, ticketStream } from './streams.ts'
import { messageSubject, packSubject } from './subject.ts'

/** Takes the words out of a ticket that has been kept for as long as the owner wants; asked too early, it does nothing. */
export async function stripTicket(desk: Desk, ticketId: string): Promise<void> {
  const { retentionDays = null } = desk.rules
  const ticket = await desk.stores.tickets.byId(ticketId)
  if (retentionDays === null || ticket === null || ticket.endedAt === null || ticket.strippedAt !== null)
    return
  if (ticket.endedAt >= keptUntil(desk.now, retentionDays)) return
  desk.stores.tickets.update({ ...stripped(ticket, desk.now), version: ticket.version + 1 })
  await stripWords(desk, [ticket])
}

/** Removes all that was said and sent in the tickets. Their own rows are the caller's. */
export async function stripWords(desk: Desk, tickets: readonly Ticket[]): Promise<void> {
  const { erasure } = desk.stores
  const ticketIds = tickets.map(({ id }) => id)
  const files = await erasure.filesOnlyOf(ticketIds)
  const subjects: string[] = []
  for (const ticket of tickets) subjects.push(...(await subjectsOf(desk, ticket)))
  await erasure.strip({
    ticketIds,
    subjects,
    streams: [...ticketIds.map(ticketStream), ...files.map(fileStream)],
    files,
    orderNumbers: tickets.flatMap(({ orderNumber }) => orderNumber ?? []),
  })
  for (const file of files) desk.notices.fileUnwanted(file)
}

/** Whatever shows something of the ticket. An agent's reply to what is left of the card still finds it. */
export async function subjectsOf(desk: Desk, { id: ticketId }: Ticket): Promise<readonly string[]> {
  const kinds = ['notice', 'description', 'rating'] as const
  const messages = await desk.stores.messages.of(ticketId)
  return [...kinds.map((kind) => packSubject({ kind, ticketId })), ...messages.map(messageSubject)]
}
