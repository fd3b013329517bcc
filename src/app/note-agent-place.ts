import type { Agent } from '../domain/people.ts'
import type { Desk } from './desk.ts'
import type { AgentPlace } from './work-ports.ts'

/** How exact it is known when somebody was last at work. Milliseconds. */
const EXACT_TO_MS = 10 * 60_000

/** Keeps that the agent works in this group: colleagues can then hand a ticket over to them. */
export async function noteAgentPlace(
  desk: Desk,
  agent: Agent,
  seen: Pick<AgentPlace, 'chatId' | 'name' | 'username'>,
): Promise<void> {
  const known = await desk.stores.agentPlaces.of(seen.chatId, agent.id)
  const isFresh = known !== null && desk.now.getTime() - known.seenAt.getTime() < EXACT_TO_MS
  if (isFresh && known.name === seen.name && known.username === seen.username) return
  desk.stores.agentPlaces.save({ ...seen, agentId: agent.id, seenAt: desk.now })
}

/** They have left the group: nothing is handed over to them there. */
export async function forgetAgentPlace(desk: Desk, chatId: number, telegramId: number): Promise<void> {
  const agent = await desk.stores.agents.byTelegramId(telegramId)
  if (agent !== null) desk.stores.agentPlaces.remove(chatId, agent.id)
}
