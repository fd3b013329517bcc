import { agentName } from '../views/words.ts'
import type { NoticeScope } from './notice-scope.ts'

export type StaffNames = Pick<NoticeScope, 'staffTexts'> & {
  readonly unit: Pick<NoticeScope['unit'], 'agents' | 'agentPlaces'>
}

/** As colleagues know an agent: the name customers see, else that of the account, which the group sees anyway. */
export async function staffName(
  { unit, staffTexts }: StaffNames,
  agentId: string | null,
  chatId: number,
): Promise<string> {
  if (agentId === null) return agentName(staffTexts, null)
  const [agent, place] = await Promise.all([unit.agents.byId(agentId), unit.agentPlaces.of(chatId, agentId)])
  return agent?.displayName ?? place?.name ?? agentName(staffTexts, agent)
}
