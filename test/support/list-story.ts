import type { Person } from '../../src/simulator/driver/person.ts'
import { afterwards } from './customer-story.ts'
import { fileTicket } from './file-ticket.ts'
import { wordsIn } from './message-words.ts'
import type { Shop } from './open-shop.ts'
import { openStaffStory, type StaffStory } from './staff-story.ts'

/** Oleg reads the bot's answers in his private chat: nothing can be shown to him alone in the group. */
export async function openListStory(
  options: Parameters<typeof openStaffStory>[0] = {},
): Promise<StaffStory & { ask(command: string): Promise<string> }> {
  const story = await openStaffStory({ ephemeralMessages: false, ...options })
  await afterwards(story.shop, () => story.oleg.sendText('/start'))
  const ask = async (command: string) => {
    await afterwards(story.shop, () => story.agent.sendText(command))
    return answerTo(story.oleg)
  }
  return { ...story, ask }
}

/** The newest answer in the agent's private chat. */
export function answerTo(agent: Person): string {
  return wordsIn(agent.messages().at(-1))
}

/** Taps a button of the newest answer. @returns what it shows then */
export async function tapAnswer(shop: Shop, agent: Person, text: string | RegExp): Promise<string> {
  await afterwards(shop, () => agent.tap(text, { messageId: agent.messages().at(-1)?.message_id ?? 0 }))
  return answerTo(agent)
}

/** Files tickets of new customers, one after the other. @returns their numbers */
export async function fileMany(shop: Shop, descriptions: readonly string[]): Promise<readonly string[]> {
  const numbers: string[] = []
  for (const [index, description] of descriptions.entries())
    numbers.push((await fileTicket(shop, shop.customer(`Гость${index}`), { description })).number)
  return numbers
}
