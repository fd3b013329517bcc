/** What the agents' work on tickets needs of the database. */

export interface TagStore {
  /** In the order of the alphabet. */
  of(ticketId: string): Promise<readonly string[]>
  add(ticketId: string, tag: string): void
  remove(ticketId: string, tag: string): void
}

/** A group in which an agent works, as they were last seen there. */
export interface AgentPlace {
  readonly chatId: number
  readonly agentId: string
  /** Of the account, as the group sees it. */
  readonly name: string
  readonly username: string | null
  readonly seenAt: Date
}

export interface AgentPlaceStore {
  of(chatId: number, agentId: string): Promise<AgentPlace | null>
  /** Who was seen last in the group, the latest first. */
  lately(chatId: number, limit: number): Promise<readonly AgentPlace[]>
  save(place: AgentPlace): void
  /** They have left the group. */
  remove(chatId: number, agentId: string): void
}
