/** Names of streams of the outbox that are found again by what they are about. */

export function ticketStream(ticketId: string): string {
  return `ticket:${ticketId}`
}

export function fileStream(fileUniqueId: string): string {
  return `file:${fileUniqueId}`
}
