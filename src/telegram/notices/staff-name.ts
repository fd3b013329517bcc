import { agentName } from '../views/words.ts'
import type { NoticeScope } from './notice-scope.ts'

/** As colleagues know an agent: the name customers see, else that of the account, which the group sees anyway. */
export async function staffName(
  { unit, staffTexts }: Pick<NoticeScope, 'unit' | 'staffTexts'>,
  agentId: string | null,
  chatId: number,
): Promise<string> {
  if (agentId === null) return agentName(staffTexts, null)
  const [agent, place] = await Promise.all([unit.agents.byId(agentId), unit.agentPlaces.of(chatId, agentId)])
  return agent?.displayName ?? place?.name ?? agentName(staffTexts, agent)
}
