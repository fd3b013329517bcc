import type { Agent, Customer, Language } from '../../domain/people.ts'
import { AGENT_IDS, agentNames } from '../cast.ts'
import { WORDS } from './cases.ts'

const FIRST_CUSTOMER_ID = 510_000_001
/** Of the first customers there are phones in the playground, too. */
export const LIVE_CUSTOMERS = 12

/** A customer of the past, by their place among the names. */
export function customerOf(place: number, language: Language, since: Date): Customer {
  const name = WORDS[language].customers[place]
  if (name === undefined) throw new Error(`There is no customer ${place}`)
  return {
    id: `seed-customer-${place}`,
    telegramId: FIRST_CUSTOMER_ID + place,
    firstName: name.first,
    lastName: name.last,
    username: name.username,
    language,
    languageChosen: false,
    consentAt: since,
    ...{ pace: null, shopCustomerId: null, email: null, deletionAt: null, exportedAt: null },
    ...{ bannedUntil: null, banReason: null, banToldAt: null, unreachableSince: null },
    createdAt: since,
  }
}

export function agentsOf(language: Language, since: Date): readonly Agent[] {
  const names = agentNames(language)
  return AGENT_IDS.map((telegramId, place) => ({
    id: `seed-agent-${place}`,
    telegramId,
    displayName: names[place] ?? null,
    createdAt: since,
  }))
}
