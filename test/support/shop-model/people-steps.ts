import type fc from 'fast-check'
import type { Message } from '../../../src/simulator/bot-api/types.ts'
import type { Actions } from '../../../src/simulator/driver/person.ts'
import { wordsIn } from '../message-words.ts'
import type { Shop } from '../open-shop.ts'
import {
  isOver,
  nextMarker,
  type RealShop,
  type RealTicket,
  type Status,
  type TicketModel,
} from './shop-model.ts'
import { comeToRest, onTicket, type Step } from './step.ts'

const takesAnswers = ({ status }: TicketModel) => ['new', 'open', 'pending'].includes(status)
const isOpen = (ticket: TicketModel) => !isOver(ticket)
const hasTopic = (ticket: TicketModel) => ticket.hasTopic

/** What customers and agents do to a ticket. */
export const peopleSteps: readonly fc.Arbitrary<Step>[] = [
  onTicket('the customer answers its confirmation', isOpen, (ticket, its) => customerSays(ticket, its)),
  onTicket('the customer writes and says where it belongs', isOpen, customerIsAsked),
  onTicket('the customer sends an album', isOpen, customerSendsAlbum),
  onTicket('the customer edits', ({ toStaff }) => toStaff.length > 0, customerEdits),
  onTicket('an agent writes', hasTopic, agentSays),
  onTicket('an agent edits', ({ hasLastAnswer }) => hasLastAnswer, agentEdits),
  onTicket('an agent notes', hasTopic, agentNotes),
  onTicket('an agent deletes the topic', hasTopic, agentDeletesTopic),
  onTicket('both write at once', (ticket) => isOpen(ticket) && ticket.hasTopic, bothWrite),
  onTicket('the customer blocks the bot, is answered, and comes back', hasTopic, blocksMeanwhile),
  staffTap('Взять', ['new'], 'open'),
  staffTap('Ждём клиента', ['new', 'open'], 'pending'),
  staffTap('Решено', ['new', 'open', 'pending'], 'resolved'),
  onTicket('an agent taps “resolved” twice', (ticket) => takesAnswers(ticket) && ticket.hasTopic, tapsTwice),
  onTicket(
    'the customer taps “solved”',
    ({ status }) => status === 'resolved',
    ends('Вопрос решён', 'closed'),
  ),
  onTicket(
    'the customer taps “not solved”',
    ({ status }) => status === 'resolved',
    ends('Ещё не решён', 'open'),
  ),
  onTicket('the customer withdraws', takesAnswers, withdraws),
  onTicket('another customer forges a tap', () => true, forgesTap),
]

function staffTap(button: string, from: readonly Status[], to: Status): fc.Arbitrary<Step> {
  return onTicket(
    `an agent taps ${button}`,
    (ticket) => from.includes(ticket.status) && ticket.hasTopic,
    (ticket, its, real) => {
      tapCard(real, its, button)
      ticket.status = to
    },
  )
}

/** The card is the newest message about the ticket that has the button. */
function tapCard({ shop, agent }: RealShop, { id }: RealTicket, button: string): void {
  const card = shop.group
    .messages()
    .findLast(({ reply_markup }) =>
      reply_markup?.inline_keyboard
        .flat()
        .some(({ text, callback_data = '' }) => text === button && callback_data.includes(id)),
    )
  if (card === undefined) throw new Error(`No card offers ${button} in\n${shop.group.screen()}`)
  shop.group.as(agent).tap(button, { messageId: card.message_id })
}

function customerSays(ticket: TicketModel, { customer, number }: RealTicket): void {
  const text = nextMarker(ticket)
  const confirmation = customer.messages().find((message) => message.text?.includes(`№ ${number} принято`))
  customer.sendText(text, { replyTo: confirmation?.message_id ?? 0 })
  isSaid(ticket, text)
}

function isSaid(ticket: TicketModel, ...texts: readonly string[]): void {
  ticket.toStaff.push(...texts)
  ticket.hasTopic = true
  if (ticket.status === 'pending' || ticket.status === 'resolved') ticket.status = 'open'
}

/** Where only one ticket takes messages, nobody asks. */
async function customerIsAsked(ticket: TicketModel, its: RealTicket, { shop }: RealShop): Promise<void> {
  const text = nextMarker(ticket)
  const { message_id: since } = its.customer.sendText(text)
  await shop.settled()
  const question = its.customer
    .messages()
    .find(({ message_id, text: said = '' }) => message_id > since && /К какому обращению/.test(said))
  if (question !== undefined) its.customer.tap(new RegExp(its.number), { messageId: question.message_id })
  isSaid(ticket, text)
}

function customerSendsAlbum(ticket: TicketModel, { customer, number }: RealTicket): void {
  const captions = [nextMarker(ticket), nextMarker(ticket)]
  const confirmation = customer.messages().find((message) => message.text?.includes(`№ ${number} принято`))
  const items = captions.map((caption) => ({ kind: 'photo' as const, caption }))
  customer.sendAlbum(items, { replyTo: confirmation?.message_id ?? 0 })
  isSaid(ticket, ...captions)
}

function customerEdits(ticket: TicketModel, { customer }: RealTicket): void {
  ticket.toStaff = withLastEdited(ticket, ticket.toStaff, customer, customer.messages())
}

function agentEdits(ticket: TicketModel, _: RealTicket, { shop, agent }: RealShop): void {
  const own = shop.group.messages().filter(({ from }) => from?.id === agent.id)
  ticket.toCustomer = withLastEdited(ticket, ticket.toCustomer, shop.group.as(agent), own)
}

function withLastEdited(
  ticket: TicketModel,
  said: readonly string[],
  person: Actions,
  own: readonly Message[],
): string[] {
  const before = said.at(-1) ?? ''
  const message = own.findLast(({ text, caption }) => (text ?? caption) === before)
  if (message === undefined) throw new Error(`${before} is nowhere to be edited`)
  const after = nextMarker(ticket)
  if (message.text === undefined) person.editCaption(message.message_id, after)
  else person.editText(message.message_id, after)
  return [...said.slice(0, -1), after]
}

function agentSays(ticket: TicketModel, its: RealTicket, real: RealShop): void {
  const text = nextMarker(ticket)
  writeInTopic(real, its, text)
  ticket.toCustomer.push(text)
  ticket.hasLastAnswer = true
  if (ticket.status === 'new') ticket.status = 'open'
}

function agentNotes(ticket: TicketModel, its: RealTicket, real: RealShop): void {
  const text = nextMarker(ticket)
  writeInTopic(real, its, `// ${text}`)
  ticket.notes.push(text)
}

/** In the ticket's topic; in reply to its card where an answer got lost and there is none. */
function writeInTopic({ shop, agent }: RealShop, { number }: RealTicket, text: string): void {
  const topic = topicOf(shop, number)
  const card = shop.group
    .messages({ topic: 0 })
    .findLast((message) => wordsIn(message).startsWith(`№ ${number} ·`))
  shop.group
    .as(agent)
    .sendText(text, topic === undefined ? { replyTo: card?.message_id ?? 0 } : { topic: topic.id })
}

/** The status may stand before the number in its name. */
function topicOf({ group }: Shop, number: string) {
  return group.topics().findLast(({ name, state }) => name.includes(number) && state === 'open')
}

/** All that stood in it is gone from the staff's side; the history keeps it. */
function agentDeletesTopic(ticket: TicketModel, { number }: RealTicket, { shop }: RealShop): void {
  const topic = topicOf(shop, number)
  if (topic === undefined) return
  shop.group.deleteTopic(topic.id)
  ticket.seenBefore = ticket.toStaff.length
  ticket.hasTopic = false
  ticket.hasLastAnswer = false
}

/** What agents write meanwhile waits, and comes in order as soon as the customer is back. */
async function blocksMeanwhile(ticket: TicketModel, its: RealTicket, real: RealShop): Promise<void> {
  its.customer.block()
  await real.shop.settled()
  for (let turn = 0; turn < 2; turn += 1) agentSays(ticket, its, real)
  await real.shop.settled()
  its.customer.unblock()
}

function bothWrite(ticket: TicketModel, its: RealTicket, real: RealShop): void {
  for (let turn = 0; turn < 2; turn += 1) {
    agentSays(ticket, its, real)
    customerSays(ticket, its)
  }
}

function tapsTwice(ticket: TicketModel, its: RealTicket, real: RealShop): void {
  tapCard(real, its, 'Решено')
  tapCard(real, its, 'Решено')
  ticket.status = 'resolved'
}

function ends(button: string, status: Status) {
  return (ticket: TicketModel, { customer, number }: RealTicket): void => {
    const offer = customer
      .messages()
      .findLast(
        ({ text = '', reply_markup }) => text.includes(`№ ${number} решено`) && reply_markup !== undefined,
      )
    customer.tap(button, { messageId: offer?.message_id ?? 0 })
    ticket.status = status
  }
}

async function withdraws(
  ticket: TicketModel,
  { customer, number }: RealTicket,
  real: RealShop,
): Promise<void> {
  customer.sendText(`/status ${number}`)
  await comeToRest(real)
  customer.tap('Отозвать обращение')
  await comeToRest(real)
  customer.tap('Да, отозвать')
  ticket.status = 'cancelled'
}

/** Whatever a button's data says, another's ticket can't be touched, nor can a customer act as the staff. */
function forgesTap(_: TicketModel, { id, customer }: RealTicket, { tickets }: RealShop): void {
  const other = tickets.find((ticket) => ticket.customer.id !== customer.id)?.customer
  const message = other?.messages()[0]
  for (const data of [`o:${id}:withdraw-yes`, `o:${id}:solved`, `s:${id}:resolve`]) {
    other?.tapData(message?.message_id ?? 0, data)
  }
}
