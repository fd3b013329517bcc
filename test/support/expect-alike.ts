import type { Message } from '../../src/simulator/bot-api/types.ts'
import { queryTestDatabase } from './database.ts'
import type { RealTicket, Status, TicketModel } from './ticket-model.ts'

const BUTTONS: Readonly<Record<Status, readonly string[]>> = {
  new: ['Взять', 'Ждём клиента', 'Решено'],
  open: ['Взять', 'Ждём клиента', 'Решено'],
  pending: ['Решено'],
  resolved: [],
  closed: [],
  cancelled: [],
}

/** @throws Error that says in what the shop differs from the model */
export async function expectAlike(model: TicketModel, real: RealTicket): Promise<void> {
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
