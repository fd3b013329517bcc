import type { Agent, Customer, Language } from '../domain/people.ts'
import type { Desk } from './desk.ts'
import { noteReach } from './note-reach.ts'

export interface Profile {
  readonly telegramId: number
  readonly firstName: string
  readonly lastName: string | null
  readonly username: string | null
  /** From the client, already reduced to a language we speak. */
  readonly language: Language
  /** Not when this is the news that they blocked the bot; whoever does anything else can be reached. */
  readonly reachable: boolean
}

/** The customer behind a private chat, kept up to date with their profile and with whether they can be reached. */
export async function meetCustomer(desk: Desk, profile: Profile): Promise<Customer> {
  const known = await desk.stores.customers.byTelegramId(profile.telegramId)
  const customer: Customer = {
    ...(known ?? newcomer(desk, profile.telegramId)),
    firstName: profile.firstName,
    lastName: profile.lastName,
    username: profile.username,
    language: known?.languageChosen ? known.language : profile.language,
    unreachableSince: profile.reachable ? null : (known?.unreachableSince ?? desk.now),
  }
  // Whoever blocks the bot and is not known (any more) leaves no trace.
  if (known === null && !profile.reachable) return customer
  if (known === null || differs(known, customer)) desk.stores.customers.save(customer)
  // In the same commit as the news: what waits goes out from then on, or is not tried any more.
  if (!profile.reachable) desk.stores.holds.confirm(customer.telegramId)
  else if (known !== null && known.unreachableSince !== null) desk.stores.holds.release(customer.telegramId)
  if (known !== null) await noteReach(desk, known, customer)
  return customer
}

function newcomer(desk: Desk, telegramId: number) {
  return {
    id: desk.ids.next(),
    telegramId,
    languageChosen: false,
    consentAt: null,
    pace: null,
    shopCustomerId: null,
    email: null,
    deletionAt: null,
    exportedAt: null,
    bannedUntil: null,
    banReason: null,
    banToldAt: null,
    createdAt: desk.now,
  }
}

function differs(known: Customer, now: Customer): boolean {
  const fields = ['firstName', 'lastName', 'username', 'language', 'unreachableSince'] as const
  return fields.some((field) => known[field] !== now[field])
}

/** The agent behind a member of the staff group. */
export async function meetAgent(desk: Desk, telegramId: number): Promise<Agent> {
  const known = await desk.stores.agents.byTelegramId(telegramId)
  if (known !== null) return known
  const agent: Agent = { id: desk.ids.next(), telegramId, displayName: null, createdAt: desk.now }
  desk.stores.agents.save(agent)
  return agent
}
