import type { AsyncCommand } from 'fast-check'
import fc from 'fast-check'
import type { Message } from '../../src/simulator/bot-api/types.ts'
import type { Person } from '../../src/simulator/driver/person.ts'
import { queryTestDatabase } from './database.ts'
import type { Shop } from './open-shop.ts'

type Status = 'new' | 'open' | 'pending' | 'resolved' | 'closed' | 'cancelled'

/** One ticket as it ought to be, written down without a look at the desk's own rules. */
export interface TicketModel {
  status: Status
  said: number
  /** What the other side has to show, in this order. */
  toStaff: string[]
  toCustomer: string[]
  notes: string[]
  /** Only these explain a second copy. */
  lostAnswers: number
}

/** The same ticket in the shop. */
export interface RealTicket {
  readonly shop: Shop
  readonly customer: Person
  readonly agent: Person
  readonly number: string
  readonly topic: number
  readonly name: string
}

export const newModel = (): TicketModel => ({
  status: 'new',
  said: 0,
  toStaff: [],
  toCustomer: [],
  notes: [],
  lostAnswers: 0,
})

type Step = AsyncCommand<TicketModel, RealTicket>

const isOver = ({ status }: TicketModel) => status === 'closed' || status === 'cancelled'
const marker = (model: TicketModel, { name }: RealTicket) => {
  model.said += 1
  return `⟦${name}-${model.said}⟧`
}

/** What people do to one ticket, and what may happen to the desk meanwhile. */
export function steps(): fc.Arbitrary<Iterable<Step>> {
  const step = (
    title: string,
    check: (model: TicketModel) => boolean,
    act: (model: TicketModel, real: RealTicket) => unknown,
  ) =>
    fc.constant<Step>({
      check,
      toString: () => title,
      async run(model, real) {
        await act(model, real)
        await real.shop.settled()
        await expectAlike(model, real)
      },
    })
  const staffTap = (button: string, from: readonly Status[], to: Status) =>
    step(
      `agent taps ${button}`,
      ({ status }) => from.includes(status),
      (model, { shop, agent, topic }) => {
        shop.group.as(agent).tap(button, { topic })
        model.status = to
      },
    )
  return fc.commands(
    [
      step('customer writes', (model) => !isOver(model), customerWrites),
      step('agent writes', () => true, agentWrites),
      step('agent notes', () => true, agentNotes),
      step('customer edits', ({ toStaff }) => toStaff.length > 0, customerEdits),
      staffTap('Взять', ['new'], 'open'),
      staffTap('Ждём клиента', ['new', 'open'], 'pending'),
      staffTap('Решено', ['new', 'open', 'pending'], 'resolved'),
      step('customer taps “solved”', ({ status }) => status === 'resolved', tapsSolved),
      step('customer taps “not solved”', ({ status }) => status === 'resolved', tapsUnsolved),
      step('customer withdraws', ({ status }) => ['new', 'open', 'pending'].includes(status), withdraws),
      step(
        'updates come twice from now on',
        () => true,
        (_, { shop }) => {
          shop.sim.updates.duplicate = true
        },
      ),
      step('the next answer is lost', () => true, loseAnswer),
      step(
        'the desk is restarted',
        () => true,
        (_, { shop }) => shop.restart(),
      ),
    ],
    { maxCommands: 14 },
  )
}

function customerWrites(model: TicketModel, real: RealTicket): void {
  const text = marker(model, real)
  model.toStaff.push(text)
  real.customer.sendText(text)
  if (model.status === 'pending' || model.status === 'resolved') model.status = 'open'
}

function agentWrites(model: TicketModel, real: RealTicket): void {
  const text = marker(model, real)
  model.toCustomer.push(text)
  real.shop.group.as(real.agent).sendText(text, { topic: real.topic })
  if (model.status === 'new') model.status = 'open'
}

function agentNotes(model: TicketModel, real: RealTicket): void {
  const text = marker(model, real)
  model.notes.push(text)
  real.shop.group.as(real.agent).sendText(`// ${text}`, { topic: real.topic })
}

function customerEdits(model: TicketModel, real: RealTicket): void {
  const before = model.toStaff.at(-1) ?? ''
  const own = real.customer.messages().findLast((message) => message.text === before)
  const after = marker(model, real)
  model.toStaff.splice(-1, 1, after)
  real.customer.editText(own?.message_id ?? 0, after)
}

function tapsSolved(model: TicketModel, { customer }: RealTicket): void {
  customer.tap('Вопрос решён')
  model.status = 'closed'
}

function tapsUnsolved(model: TicketModel, { customer }: RealTicket): void {
  customer.tap('Ещё не решён')
  model.status = 'open'
}

async function withdraws(model: TicketModel, { shop, customer, number }: RealTicket): Promise<void> {
  customer.sendText(`/status ${number}`)
  await shop.settled()
  customer.tap('Отозвать обращение')
  await shop.settled()
  customer.tap('Да, отозвать')
  model.status = 'cancelled'
}

function loseAnswer(model: TicketModel, { shop }: RealTicket): void {
  shop.sim.faults.add({ method: '*', kind: 'close-after' })
  model.lostAnswers += 1
}

const BUTTONS: Readonly<Record<Status, readonly string[]>> = {
  new: ['Взять', 'Ждём клиента', 'Решено'],
  open: ['Взять', 'Ждём клиента', 'Решено'],
  pending: ['Решено'],
  resolved: [],
  closed: [],
  cancelled: [],
}

/** @throws Error that says in what the shop differs from the model */
async function expectAlike(model: TicketModel, real: RealTicket): Promise<void> {
  const { shop, customer, topic, number } = real
  const rows = await queryTestDatabase(
    shop.location,
    `SELECT status FROM tickets WHERE number = '${number.replace('-', '')}' OR number = '${number}'`,
  )
  if (rows.length !== 1 || rows[0]?.status !== model.status) {
    throw new Error(`${number} is ${JSON.stringify(rows)}, should be ${model.status}`)
  }
  const fromBot = (messages: readonly Message[]) =>
    messages
      .filter((message) => message.from?.id === shop.sim.botId)
      .map((message) => message.text ?? '')
      .filter((text) => !text.includes('Последние сообщения'))
  const chat = fromBot(customer.messages())
  const inTopic = fromBot(shop.group.messages({ topic }))
  const extra = surplus(model.toCustomer, chat) + surplus(model.toStaff, inTopic)
  if (extra > model.lostAnswers) throw new Error(`${extra} copies for ${model.lostAnswers} lost answers`)
  const leaked = model.notes.find((note) => chat.some((text) => text.includes(note)))
  if (leaked !== undefined) throw new Error(`The note ${leaked} reached the customer`)
  const card = shop.group.messages({ topic }).findLast((message) => message.text?.startsWith(`№ ${number} ·`))
  const buttons = card?.reply_markup?.inline_keyboard.flat().map(({ text }) => text) ?? []
  if (buttons.join() !== BUTTONS[model.status].join()) {
    throw new Error(`The card of a ${model.status} ticket offers ${buttons.join()}`)
  }
}

/** @returns how many copies too many there are @throws Error when one is missing or out of order */
function surplus(expected: readonly string[], shown: readonly string[]): number {
  const places = expected.map((text) => shown.findIndex((each) => each.includes(text)))
  if (places.some((place, n) => place === -1 || place <= (places[n - 1] ?? -1))) {
    throw new Error(`Expected ${expected.join(' ')} in this order, shown:\n${shown.join('\n')}`)
  }
  const copies = expected.map((text) => shown.filter((each) => each.includes(text)).length)
  return copies.reduce((sum, count) => sum + count - 1, 0)
}
