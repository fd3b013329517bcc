import { isOfTelegram } from '../domain/api-client.ts'
import { forgotten, stripped } from '../domain/forgetting.ts'
import { advance, canHappen } from '../domain/lifecycle.ts'
import type { Customer } from '../domain/people.ts'
import type { Ticket } from '../domain/ticket.ts'
import { WRITTEN_NOWHERE } from '../domain/ticket-message.ts'
import type { Desk } from './desk.ts'
import { ticketStream } from './streams.ts'
import { stripWords, subjectsOf } from './strip-ticket.ts'
import { packSubject } from './subject.ts'

/**
 * Deletes a customer as they asked for it: tickets stay as figures without a person. All in one commit; the agents' copies of the
 * words, the copies of files and a last sentence to the customer go through the outbox. Asked too early, or while something is on its
 * way that would come back to what is gone, it does nothing: it is asked again.
 * @param lane of the customer's chat
 */
export async function forgetCustomer(
  desk: Desk,
  customerId: string,
  laneOf: (customer: Customer) => string,
): Promise<void> {
  const { customers, tickets, erasure } = desk.stores
  const customer = await customers.byId(customerId)
  if (customer === null || customer.deletionAt === null || desk.now < customer.deletionAt) return
  const all = await tickets.allOf(customerId)
  const streams = all.map(({ id }) => ticketStream(id))
  if (await erasure.isBusy(customer.telegramId, streams)) return
  for (const ticket of all) {
    await leaveGroup(desk, ticket)
    tickets.update({ ...stripped(ended(desk, ticket), desk.now), version: ticket.version + 1 })
  }
  await stripWords(desk, all)
  const { telegramId: chatId, shopCustomerId } = customer
  erasure.forgetPerson({ customerId, chatId, lane: laneOf(customer), shopCustomerId })
  const nobody = forgotten(customer, desk.ids.randomBelow)
  customers.save(nobody)
  customers.saveBan(nobody)
  desk.notices.customerForgotten(customer)
}

/** When the last sentence has been said, or could not be: nothing that leads to the person is needed any more. */
export async function forgetRails(
  desk: Desk,
  last: { readonly customerId: string; readonly chatId: number; readonly callId: string },
  lane: string,
): Promise<void> {
  const tickets = await desk.stores.tickets.allOf(last.customerId)
  // An agent may have written in the very moment of the deletion.
  await stripWords(desk, tickets)
  await desk.stores.erasure.forgetRails({ chatId: last.chatId, lane, lastCallId: last.callId })
}

/** What the agents see of the ticket goes, too. */
async function leaveGroup(desk: Desk, ticket: Ticket): Promise<void> {
  const card = packSubject({ kind: 'card', ticketId: ticket.id })
  const shown = await desk.stores.erasure.copiesOf([card, ...(await subjectsOf(desk, ticket))])
  const written = (await desk.stores.messages.of(ticket.id))
    .filter(({ author, sourceChatId }) => author !== 'customer' && isWrittenInGroup(sourceChatId))
    .map((message) => ({ chatId: message.sourceChatId, messageId: message.sourceMessageId }))
  await desk.notices.ticketForgotten({ ticket, copies: [shown, written] })
}

/** Nobody waits for an answer any more. */
function ended(desk: Desk, ticket: Ticket): Ticket {
  const action = (['withdraw', 'silence'] as const).find((one) => canHappen(ticket.status, one))
  if (action === undefined) return ticket
  const end = advance(ticket, action, desk.now)
  desk.stores.events.add({
    id: desk.ids.next(),
    ticketId: ticket.id,
    kind: 'status-changed',
    actor: 'customer',
    before: ticket.status,
    after: end.status,
    at: desk.now,
  })
  // Nobody is told of its promises any more.
  return { ...end, slaNextAt: null }
}

/** Telegram did not let the bot delete the ticket's topic. */
export async function recordTopicLeft(desk: Desk, ticketId: string): Promise<void> {
  const ticket = await desk.stores.tickets.byId(ticketId)
  if (ticket !== null) await desk.notices.topicLeft(ticket)
}

/** Not by a ready answer, nor by another system: of those there is no message to be taken away. */
function isWrittenInGroup(sourceChatId: number): boolean {
  return sourceChatId !== WRITTEN_NOWHERE && isOfTelegram(sourceChatId)
}
