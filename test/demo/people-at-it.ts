import { ActRefusal } from '../../src/simulator/playground/act-refusal.ts'
import type { MessageView, PersonView } from '../../src/simulator/playground/protocol.ts'
import { wordsIn } from '../support/message-words.ts'
import type { RunningDemo } from './running-demo.ts'

/** Acts that a person would do on the page. */

export function personNamed(demo: RunningDemo, firstName: string): PersonView['user'] {
  const found = demo.state.people.find(({ user }) => user.first_name === firstName)
  if (found === undefined) throw new Error(`Nobody is called ${firstName}`)
  return found.user
}

export function staffOf(demo: RunningDemo): number {
  const [group] = demo.state.groups
  if (group === undefined) throw new Error('There is no group')
  return group.id
}

/** What is shown in a chat now, oldest first. */
export function shownIn(demo: RunningDemo, chatId: number): MessageView[] {
  return demo.state.messages
    .filter((each) => each.chatId === chatId && !each.isDeleted)
    .toSorted((one, other) => one.order - other.order)
}

export async function say(
  demo: RunningDemo,
  personId: number,
  text: string,
  place: { readonly chatId: number; readonly topicId?: number } = { chatId: personId },
): Promise<number> {
  const answer = await demo.act({ do: 'send-text', text, actor: { as: 'person', personId }, place })
  if (!answer.isOk) throw new ActRefusal(answer.refusal)
  return answer.messageId ?? 0
}

/** Waits for the button in the private chat and taps it. */
export async function tap(demo: RunningDemo, personId: number, label: RegExp): Promise<void> {
  const { key, data } = await demo.until(`the button ${label}`, () => {
    for (const { key, message } of shownIn(demo, personId).reverse()) {
      const button = message.reply_markup?.inline_keyboard.flat().find(({ text }) => label.test(text))
      if (button?.callback_data !== undefined) return { key, data: button.callback_data }
    }
    return null
  })
  const answer = await demo.act({
    ...{ do: 'tap', actor: { as: 'person', personId }, chatId: personId, key, data },
  })
  if (!answer.isOk) throw new ActRefusal(answer.refusal)
}

/** Waits until the chat shows it. */
export async function reads(demo: RunningDemo, chatId: number, words: RegExp): Promise<string> {
  return demo.until(`${words} in ${chatId}`, () =>
    shownIn(demo, chatId)
      .map(({ message }) => words.exec(wordsIn(message))?.[0])
      .findLast((found) => found !== undefined),
  )
}

/** Walks the form in Russian. @returns the ticket's number and its topic in the staff group */
export async function fileTicket(demo: RunningDemo, personId: number, text: string) {
  await say(demo, personId, '/new')
  await tap(demo, personId, /Согласен/)
  await tap(demo, personId, /^Другое$/)
  await tap(demo, personId, /Вопрос о товаре/)
  await reads(demo, personId, /Что случилось\?/)
  await say(demo, personId, text)
  await tap(demo, personId, /Пропустить/)
  await tap(demo, personId, /^Отправить$/)
  const accepted = await reads(demo, personId, /№ \d{3,4}-\d{3,4} принято/)
  const number = /\d+-\d+/.exec(accepted)?.[0] ?? ''
  const topicId = await demo.until('the topic', ({ groups }) =>
    groups.flatMap(({ topics }) => topics).find(({ name }) => name.startsWith(number)),
  )
  return { number, topicId: topicId.id }
}
