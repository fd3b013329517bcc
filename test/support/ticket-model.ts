import type { AsyncCommand } from 'fast-check'
import fc from 'fast-check'
import type { Person } from '../../src/simulator/driver/person.ts'
import { expectAlike } from './expect-alike.ts'
import type { Shop } from './open-shop.ts'

export type Status = 'new' | 'open' | 'pending' | 'resolved' | 'closed' | 'cancelled'

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
