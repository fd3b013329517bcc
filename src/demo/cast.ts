import type { Language } from '../domain/people.ts'
import type { Group } from '../simulator/driver/group.ts'
import type { Person } from '../simulator/driver/person.ts'
import type { Simulator } from '../simulator/simulator.ts'

/** Whom a person who opens the playground can be. Their ids never change, so that a kept world knows them again. */
export const STAFF_CHAT_ID = -1_001_700_000_001
const CUSTOMERS = [
  { id: 410_000_001, firstName: 'Анна', username: 'anna_k', languageCode: 'ru' },
  { id: 410_000_002, firstName: 'Emma', username: 'emma_w', languageCode: 'en' },
]
export const AGENT_IDS = [420_000_001, 420_000_002, 420_000_003, 420_000_004] as const

const WORDS = {
  ru: { group: 'Поддержка', agents: ['Ольга', 'Олег', 'Вера', 'Глеб'] },
  en: { group: 'Support', agents: ['Olga', 'Oleg', 'Vera', 'Gleb'] },
} as const

/** The names under which customers know the agents, in the order of {@link AGENT_IDS}. */
export function agentNames(language: Language): readonly string[] {
  return WORDS[language].agents
}

export interface Seated {
  readonly staff: Group
  /** The first is the group's creator, the second one of its members. */
  readonly agents: readonly Person[]
}

/** Puts everybody in their places: two customers, first the one of this language, and a group with topics and so many agents. */
export function seatCast(sim: Simulator, language: Language, agentCount: 2 | 4): Seated {
  // The page gives the left phone to the first.
  const isFirst = ({ languageCode }: { languageCode: string }) => languageCode === language
  const customers = CUSTOMERS.toSorted((one, other) => Number(isFirst(other)) - Number(isFirst(one)))
  for (const customer of customers) sim.createUser(customer)
  const staff = sim.createGroup({ id: STAFF_CHAT_ID, title: WORDS[language].group, kind: 'forum' })
  const agents = AGENT_IDS.slice(0, agentCount).map((id, place) => {
    const firstName = WORDS[language].agents[place] ?? ''
    const agent = sim.createUser({ id, firstName, languageCode: language })
    staff.join(agent, { as: place === 0 ? 'creator' : 'member' })
    return agent
  })
  return { staff, agents }
}
