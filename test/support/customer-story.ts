import type { Clock as DeskClock } from '../../src/delivery/ports.ts'
import type { Message } from '../../src/simulator/bot-api/types.ts'
import { type Clock, realClock } from '../../src/simulator/clock.ts'
import type { Person } from '../../src/simulator/driver/person.ts'
import { wordsIn } from './message-words.ts'
import type { Shop } from './open-shop.ts'

/** Where a customer can stand in the form: the step, and the taps and texts that lead there, in Russian. */
export const STEPS = ['consent', 'category', 'problem', 'order', 'description', 'photos', 'review'] as const
export type Step = (typeof STEPS)[number]

const DESCRIPTION = 'Заказ обещали привезти вчера, курьер не позвонил.'

/** What brings the customer from each step to the next. */
const ONWARD: Readonly<Record<Exclude<Step, 'review'>, (person: Person) => void>> = {
  consent: (person) => void person.tap(/Согласен/),
  category: (person) => void person.tap('Доставка'),
  problem: (person) => void person.tap(/вовремя/),
  order: (person) => void person.sendText('12345678-0001'),
  description: (person) => void person.sendText(DESCRIPTION),
  photos: (person) => void person.tap(/Пропустить|Готово|Skip|Done/),
}

/** Goes on in the form from one step to another, waiting for each question. */
export async function walk(shop: Shop, person: Person, from: Step, to: Step): Promise<void> {
  for (const step of STEPS.slice(STEPS.indexOf(from), STEPS.indexOf(to))) {
    if (step !== 'review') ONWARD[step](person)
    await shop.settled()
  }
}

/** Opens the form and goes on up to a step. */
export async function walkTo(shop: Shop, person: Person, to: Step): Promise<void> {
  person.sendText('/new')
  await shop.settled()
  await walk(shop, person, 'consent', to)
}

/** The person does something, and the bot has done all it is going to do about it. */
export async function afterwards<T>(shop: Shop, act: () => T): Promise<T> {
  const result = act()
  await shop.settled()
  return result
}

/** Taps twice in a row, as impatient people do. @returns what the bot answered to each tap */
export async function tapTwice(
  shop: Shop,
  person: Person,
  text: string | RegExp,
): Promise<(string | undefined)[]> {
  const taps = [person.tap(text), person.tap(text)]
  await shop.settled()
  return Promise.all(taps.map(async (tap) => (await tap.answer()).text))
}

/** Sends the form that stands at the review. @returns the number on the confirmation: `482-913` */
export async function sendForm(shop: Shop, person: Person): Promise<string> {
  await afterwards(shop, () => person.tap(/^(Отправить|Send)$/))
  const number = /№ (\d{3}-\d{3})/.exec(lastSaid(shop, person))?.[1]
  if (number === undefined) throw new Error(`No confirmation in\n${person.screen()}`)
  return number
}

/** The words of the bot's newest message in the chat. */
export function lastSaid(shop: Shop, person: Person): string {
  return wordsOf(person.messages().findLast((message) => message.from?.id === shop.sim.botId))
}

/** The words of the newest message that has buttons: the form, a question, a screen. */
export function shown(person: Person): string {
  return wordsOf(person.messages().findLast((message) => message.reply_markup !== undefined))
}

export function buttonTexts(person: Person, messageId?: number): string[] {
  return person.buttons(messageId).map(({ text }) => text)
}

/** What the staff sees in the topic of the ticket, the card first. */
export function inTopic(shop: Shop, number: string): Message[] {
  const topic = shop.group.topics().find(({ name }) => name.includes(number))
  if (topic === undefined) throw new Error(`No topic of ${number} in\n${shop.group.screen()}`)
  return shop.group
    .messages({ topic: topic.id })
    .filter((message) => message.forum_topic_created === undefined)
}

export function wordsOf(message: Message | undefined): string {
  return wordsIn(message)
}

/** Telegram's time, which a story can move on without waiting. */
export interface ShiftedClock extends Clock {
  skip(ms: number): void
}

export function createShiftedClock(): ShiftedClock {
  let shift = 0
  return {
    now: () => realClock.now() + shift,
    setTimer: (ms, fire) => realClock.setTimer(ms, fire),
    skip(ms) {
      shift += ms
    },
  }
}

/** The shop's own time: it begins at `start` and passes as real time does. */
export function createClockFrom(start: string): DeskClock {
  const shift = new Date(start).getTime() - realClock.now()
  return { now: () => new Date(realClock.now() + shift), setTimer: realClock.setTimer }
}

/** Files a ticket the short way: an own problem of a category, no number, no photos. @returns its number */
export async function fileShort(
  shop: Shop,
  person: Person,
  words: { readonly category: string; readonly problem: string; readonly description?: string },
): Promise<string> {
  await afterwards(shop, () => person.sendText('/new'))
  if (buttonTexts(person).some((text) => /Согласен|agree/.test(text)))
    await afterwards(shop, () => person.tap(/Согласен|agree/))
  await afterwards(shop, () => person.tap(words.category))
  await afterwards(shop, () => person.tap(words.problem))
  while (buttonTexts(person).some((text) => /номер|don't have it|without it/.test(text)))
    await afterwards(shop, () => person.tap(/номер|don't have it|without it/))
  await afterwards(shop, () => person.sendText(words.description ?? DESCRIPTION))
  await walk(shop, person, 'photos', 'review')
  return sendForm(shop, person)
}
