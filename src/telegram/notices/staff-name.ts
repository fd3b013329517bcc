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
  const agent = await unit.agents.byId(agentId)
  // Most have chosen one: the group's own is asked for only where it is needed.
  return (
    agent?.displayName ?? (await unit.agentPlaces.of(chatId, agentId))?.name ?? agentName(staffTexts, agent)
  )
}
