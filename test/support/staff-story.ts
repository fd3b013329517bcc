import type { Message } from '../../src/simulator/bot-api/types.ts'
import type { Actions, Person } from '../../src/simulator/driver/person.ts'
import { queryTestDatabase } from './database.ts'
import { fileTicket } from './file-ticket.ts'
import { wordsIn } from './message-words.ts'
import { openShop, type Shop, type ShopOptions } from './open-shop.ts'

/** Where most stories of the staff begin: Anna has filed a ticket, and Oleg sees it. */
export interface StaffStory {
  readonly shop: Shop
  readonly anna: Person
  readonly oleg: Person
  /** Oleg in the staff group. */
  readonly agent: Actions
  readonly number: string
  /** The ticket's topic, 0 where it has none: as options of a message, and of a look at the group. */
  readonly topic: number
  /** Oleg writes in the ticket's place: its topic, or in reply to its card. */
  write(text: string): Message
  /** What the staff sees of the ticket, newest last. */
  inTopic(): Message[]
  card(): Message
  /** Inbox events that were given up, as the database keeps them. */
  failedEvents(): Promise<readonly Record<string, unknown>[]>
}

export async function openStaffStory(
  options: ShopOptions & { readonly photos?: number; readonly description?: string } = {},
): Promise<StaffStory> {
  const shop = await openShop(options)
  const anna = shop.customer('Анна', 'ru')
  const oleg = shop.agent('Олег')
  const ticket = await fileTicket(shop, anna, options)
  const agent = shop.group.as(oleg)
  const topic = ticket.topic ?? 0
  const inTopic = () => shop.group.messages({ topic })
  const card = () => {
    const found = inTopic().find((message) => wordsIn(message).startsWith(`№ ${ticket.number}`))
    if (found === undefined) throw new Error(`No card of ${ticket.number} in\n${shop.group.screen()}`)
    return found
  }
  const write = (text: string) =>
    agent.sendText(text, topic === 0 ? { replyTo: card().message_id } : { topic })
  const failedEvents = () =>
    queryTestDatabase(shop.location, "SELECT attempts, body FROM inbox_events WHERE status = 'failed'")
  return { shop, anna, oleg, agent, number: ticket.number, topic, write, inTopic, card, failedEvents }
}

/** The newest message of the chat whose words match. @throws when there is none */
export function findMessage(messages: readonly Message[], text: string | RegExp): Message {
  const found = messages.findLast((message) =>
    typeof text === 'string' ? wordsIn(message).includes(text) : text.test(wordsIn(message)),
  )
  if (found === undefined) {
    throw new Error(`No message ${String(text)} among:\n${messages.map(wordsIn).join('\n—\n')}`)
  }
  return found
}
