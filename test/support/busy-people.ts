import type { Message } from '../../src/simulator/bot-api/types.ts'
import type { Group } from '../../src/simulator/driver/group.ts'
import type { Actions, Person } from '../../src/simulator/driver/person.ts'
import type { Simulator } from '../../src/simulator/simulator.ts'
import { wordsIn } from './message-words.ts'

/** One ticket as the people saw it: what they said is found again by its marker. */
export interface Lived {
  readonly customer: Person
  /** The number the customer was told. */
  readonly number: string
  /** On the ticket's photos, in order. */
  readonly photos: readonly string[]
  /** In the order they were sent. */
  readonly fromCustomer: readonly string[]
  readonly fromAgent: readonly string[]
}

export interface Stage {
  readonly sim: Simulator
  readonly group: Group
  readonly agent: Person
  readonly random: () => number
}

/** Long enough for a desk that is killed again and again, on a machine that has other things to do. */
const PATIENCE_MS = 600_000
const EXCHANGES = 3

/** Files a ticket with photos, talks it over with an agent, and sees it resolved and closed. */
export async function liveTicket(stage: Stage, customer: Person, name: string): Promise<Lived> {
  const since = customer.sendText('/new').message_id
  const photos = [1, 2, 3].slice(0, 1 + pick(stage, 3)).map((n) => `⟦${name}-photo-${n}⟧`)
  const number = await file(stage, { customer, since, name, photos })
  const fromCustomer: string[] = []
  const fromAgent: string[] = []
  await tapOnCard(stage, number, 'Взять')
  for (let exchange = 1; exchange <= EXCHANGES; exchange += 1) {
    const said = say(stage, customer, `${name}-customer-${exchange}`, {})
    fromCustomer.push(...said)
    await sees(stage, () => stage.group.messages(), said)
    const card = await cardOf(stage, number)
    const answered = say(
      stage,
      stage.group.as(stage.agent),
      `${name}-agent-${exchange}`,
      placeOf(stage, card),
    )
    fromAgent.push(...answered)
    await sees(stage, () => customer.messages(), answered)
  }
  await tapOnCard(stage, number, 'Решено')
  await tapAfter(stage, customer, since, 'Вопрос решён')
  await readsAfter(stage, customer, since, `№ ${number} закрыто`)
  return { customer, number, photos, fromCustomer, fromAgent }
}

interface Filing {
  readonly customer: Person
  /** Older messages belong to older tickets. */
  readonly since: number
  readonly name: string
  readonly photos: readonly string[]
}

async function file(stage: Stage, { customer, since, name, photos }: Filing): Promise<string> {
  const tap = (text: string | RegExp) => tapAfter(stage, customer, since, text)
  if (customer.messages().every((message) => message.message_id >= since)) await tap(/Согласен/)
  await tap('Доставка')
  await tap(/вовремя/)
  await tap(/нет номера/)
  await tap(/без номера/)
  await readsAfter(stage, customer, since, /Опишите|Что случилось|описани/i)
  customer.sendText(`Заказ обещали привезти вчера. ⟦${name}-description⟧`)
  await readsAfter(stage, customer, since, /Фото и чеки/)
  if (photos.length === 1) customer.sendPhoto({ caption: photos[0] ?? '' })
  else customer.sendAlbum(photos.map((caption) => ({ kind: 'photo', caption })))
  await tap('Готово')
  await tap('Отправить')
  const confirmed = await waitFor(stage, `${name}: the confirmation`, () =>
    customer
      .messages()
      .filter((message) => message.message_id > since)
      .map((message) => /№ (\d{3,4}-\d{3,4}) принято/.exec(message.text ?? '')?.[1])
      .find((number) => number !== undefined),
  )
  return confirmed
}

/** One to three messages in a row, without waiting. @returns their markers */
function say(
  { random }: Stage,
  actions: Actions,
  name: string,
  place: { topic?: number; replyTo?: number },
): string[] {
  const markers = [1, 2, 3].slice(0, 1 + Math.floor(random() * 3)).map((n) => `⟦${name}-${n}⟧`)
  for (const marker of markers) {
    const kind = random()
    if (kind < 0.6) actions.sendText(`Слова ${marker}`, place)
    else if (kind < 0.8) actions.sendPhoto({ caption: marker, ...place })
    else actions.sendVoice({ caption: marker, ...place })
  }
  return markers
}

async function sees(
  stage: Stage,
  shown: () => readonly Message[],
  markers: readonly string[],
): Promise<void> {
  const last = markers.at(-1) ?? ''
  await waitFor(stage, `${last} on the other side`, () =>
    shown().some((message) => message.from?.id === stage.sim.botId && wordsIn(message).includes(last)),
  )
}

/** Cards of the ticket, oldest first: more than one only where an answer was lost. */
export function cardsOf({ sim, group }: Pick<Stage, 'sim' | 'group'>, number: string): Message[] {
  const isCard = (message: Message) =>
    message.from?.id === sim.botId && /^№ (\S+) · .*Приоритет:/s.exec(wordsIn(message))?.[1] === number
  return group.messages().filter(isCard)
}

function cardOf(stage: Stage, number: string): Promise<Message> {
  return waitFor(stage, `the card of ${number}`, () => cardsOf(stage, number).at(-1))
}

async function tapOnCard(stage: Stage, number: string, text: string): Promise<void> {
  const has = (message: Message) =>
    message.reply_markup?.inline_keyboard.flat().some((button) => button.text === text) === true
  const card = await waitFor(stage, `${text} on the card of ${number}`, () =>
    cardsOf(stage, number).findLast(has),
  )
  stage.group.as(stage.agent).tap(text, { messageId: card.message_id })
}

function placeOf({ group }: Stage, card: Message): { topic?: number; replyTo?: number } {
  const topic = card.message_thread_id
  return topic !== undefined && group.topics().some(({ id }) => id === topic)
    ? { topic }
    : { replyTo: card.message_id }
}

/** Taps a button of a message newer than `since`: what older forms left behind is not meant. */
async function tapAfter(stage: Stage, person: Person, since: number, text: string | RegExp): Promise<void> {
  const matches = (label: string) => (typeof text === 'string' ? label === text : text.test(label))
  const messageId = await waitFor(
    stage,
    `${String(text)} for ${person.user.first_name}`,
    () =>
      person
        .messages()
        .findLast(
          (message) =>
            message.message_id > since &&
            message.reply_markup?.inline_keyboard.flat().some((button) => matches(button.text)),
        )?.message_id,
  )
  person.tap(text, { messageId })
}

async function readsAfter(stage: Stage, person: Person, since: number, text: string | RegExp): Promise<void> {
  await waitFor(stage, `${person.user.first_name} reads ${String(text)}`, () =>
    person.messages().some((message) => message.message_id > since && wordsIn(message).match(text) !== null),
  )
}

function waitFor<T>(
  { sim }: Stage,
  what: string,
  predicate: () => T,
): Promise<Exclude<T, undefined | null | false | 0 | ''>> {
  return sim.waitFor(predicate, { what, timeoutMs: PATIENCE_MS })
}

function pick({ random }: Stage, below: number): number {
  return Math.floor(random() * below)
}
