import { expect, test } from 'vitest'
import { tapShown } from '../../support/file-ticket.ts'
import { type GroupAction, readGroup } from '../../support/group-actions.ts'
import { wordsIn } from '../../support/message-words.ts'
import { findMessage, openStaffStory, type StaffStory } from '../../support/staff-story.ts'
import { botReaction, GROUPS } from '../../support/work-story.ts'

/** A group has twenty a minute for everything; a whole life of a ticket is to leave room for the next. */
const BUDGET = 14

/** Why each is worth an action. */
const WORTH: Readonly<Record<string, string>> = {
  createForumTopic: 'the ticket has a place of its own',
  sendRichMessage: 'the card with all three photos, in one action',
  sendMessage: 'the customer’s words, or a word that stands nowhere else',
  editMessageText: 'the card is the truth at a glance',
  editForumTopic: 'the list of topics shows who waits for whom',
  setMessageReaction: 'what has reached the customer is told from what has not',
}

interface Spent extends GroupAction {
  readonly when: string
}

/** Plays a step and notes what it cost the group. */
async function spend(story: StaffStory, list: Spent[], when: string, step: () => unknown): Promise<void> {
  const { sim, group } = story.shop
  const before = sim.calls.length
  await step()
  await story.shop.settled()
  for (const action of readGroup(sim.calls.slice(before), group.id, []).actions)
    list.push({ ...action, when })
}

async function wholeLife(story: StaffStory): Promise<readonly Spent[]> {
  const { shop, anna, agent, card, write } = story
  const filed = readGroup(shop.sim.calls, shop.group.id, []).actions
  const list: Spent[] = filed.map((action) => ({ ...action, when: 'filed with three photos' }))
  const on = (when: string, step: () => unknown) => spend(story, list, when, step)
  await on('taken', () => agent.tap('Взять', { messageId: card().message_id }))
  await on('the agent answers', () => write('Здравствуйте, уточняем у курьера'))
  await on('the customer answers', () => anna.sendText('Спасибо, жду'))
  await on('the agent answers again', () => write('Курьер просит другое время'))
  await on('waiting for the customer', () => agent.tap('Ждём клиента', { messageId: card().message_id }))
  await on('the customer answers again', () => anna.sendText('Завтра после обеда'))
  await on('resolved', () => agent.tap('Решено', { messageId: card().message_id }))
  await on('the customer agrees', () => tapShown(shop, anna, 'Вопрос решён'))
  await on('rated', () => tapShown(shop, anna, /5, отлично/))
  return list
}

test.each(GROUPS)(
  'in a %s: the whole life of a ticket costs the group 14 actions at most, and each is worth one',
  async (group) => {
    const story = await openStaffStory({ group, photos: 3 })
    const list = await wholeLife(story)
    const total = list.reduce((sum, { cost }) => sum + cost, 0)
    const lines = list.map(({ cost, what, when }) => `${cost}  ${when}: ${what}, ${WORTH[what] ?? '?'}`)
    console.info([`A ticket’s life in a ${group}: ${total} actions`, ...lines].join('\n'))
    expect(list.filter(({ what }) => WORTH[what] === undefined)).toEqual([])
    expect(total).toBeLessThanOrEqual(BUDGET)
    // Nothing was saved at the cost of what agents and customer have to see.
    expect(wordsIn(story.card())).toMatch(/· закрыто\n/)
    for (const words of ['Спасибо, жду', 'Завтра после обеда'])
      expect(findMessage(story.shop.group.messages(), words)).toBeDefined()
    const answers = story.shop.group
      .messages()
      .filter(({ from, text }) => from?.id === story.oleg.id && text !== undefined)
    expect(answers).toHaveLength(2)
    for (const answer of answers)
      expect(botReaction(story.shop, story.shop.group.id, answer.message_id)).toBe('👌')
  },
)
