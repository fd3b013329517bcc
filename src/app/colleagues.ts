import type { Agent } from '../domain/people.ts'
import type { Desk } from './desk.ts'
import type { AgentPlace } from './work-ports.ts'

/** Somebody a ticket can be handed over to. */
export interface Colleague {
  readonly agent: Agent
  readonly place: AgentPlace
}

/** So many of a group are known by name. */
const KNOWN_MAX = 60

/** The agents who were seen at work in the group, the latest first. Whoever writes for the group itself is nobody in particular. */
export async function colleaguesIn(
  { stores }: Pick<Desk, 'stores'>,
  chatId: number,
  limit = KNOWN_MAX,
): Promise<readonly Colleague[]> {
  const places = await stores.agentPlaces.lately(chatId, limit)
  const found: Colleague[] = []
  for (const place of places) {
    const agent = await stores.agents.byId(place.agentId)
    if (agent !== null && agent.telegramId > 0) found.push({ agent, place })
  }
  return found
}

/** The agent with this account, if they were seen at work in the group and have not left it. */
export async function colleagueBy(
  { stores }: Pick<Desk, 'stores'>,
  chatId: number,
  telegramId: number,
): Promise<Colleague | null> {
  const agent = await stores.agents.byTelegramId(telegramId)
  const place = agent === null ? null : await stores.agentPlaces.of(chatId, agent.id)
  return agent === null || place === null ? null : { agent, place }
}
