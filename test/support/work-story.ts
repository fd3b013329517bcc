import type { Message } from '../../src/simulator/bot-api/types.ts'
import type { Actions, Person } from '../../src/simulator/driver/person.ts'
import { queryTestDatabase } from './database.ts'
import type { Shop } from './open-shop.ts'
import type { StaffStory } from './staff-story.ts'

/** Where tickets live: each promise about the work on them holds in both. */
export const GROUPS = ['forum', 'supergroup'] as const

export interface Colleague {
  readonly person: Person
  readonly actions: Actions
  /** Writes in the ticket's place. */
  say(text: string): Message
}

/** One more agent, whom the desk has seen at work. */
export async function joinColleague(story: StaffStory, name: string): Promise<Colleague> {
  const { shop, topic, card } = story
  const person = shop.agent(name)
  const actions = shop.group.as(person)
  actions.sendText(`/name ${name}`)
  await shop.settled()
  const place = () => (topic === 0 ? { replyTo: card().message_id } : { topic })
  return { person, actions, say: (text) => actions.sendText(text, place()) }
}

/** The labels of a message's buttons. */
export function buttonsOf(message: Message): string[] {
  return message.reply_markup?.inline_keyboard.flat().map(({ text }) => text) ?? []
}

/** How the bot reacts to a message now. */
export function botReaction(shop: Shop, chatId: number, messageId: number): string | undefined {
  const { chats, bot } = shop.sim.world
  return chats.get(chatId)?.messages.get(messageId)?.reactions.get(bot.id)?.[0]
}

/** How many of the chat's messages say it. */
export function timesSaid(person: Person, text: string | RegExp): number {
  return person.messages().filter((message) => (message.text ?? '').match(text) !== null).length
}

export interface AuditLine {
  readonly kind: string
  readonly actor: string
  readonly before: string | null
  readonly after: string | null
}

/** The audit of the ticket with this number, oldest first. */
export async function auditOf(shop: Shop, number: string): Promise<readonly AuditLine[]> {
  const rows = await queryTestDatabase(
    shop.location,
    `SELECT kind, actor, before, after FROM ticket_events JOIN tickets ON tickets.id = "ticketId"
     WHERE number = '${number.replace('-', '')}' ORDER BY ticket_events.seq`,
  )
  return rows as unknown as readonly AuditLine[]
}
