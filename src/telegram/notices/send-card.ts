import { colleaguesIn } from '../../app/colleagues.ts'
import { slaNow } from '../../app/keep-promises.ts'
import { shopAnswer } from '../../app/look-up-order.ts'
import type { CardForm, StaffThread } from '../../app/staff-ports.ts'
import { packSubject } from '../../app/subject.ts'
import { CALL_PRIORITY, type OutcomeReport } from '../../delivery/outgoing-call.ts'
import type { Customer } from '../../domain/people.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { Attachment } from '../../domain/ticket-message.ts'
import { privateLane } from '../lane-of.ts'
import { messageOf, onStaffMessage, replyTo, toStaffThread } from '../outgoing.ts'
import { packReport } from '../report-data.ts'
import { ticketCard } from '../views/card.ts'
import type { CardSource } from '../views/card-facts.ts'
import { type CardMenu, NO_MENU } from '../views/card-menu.ts'
import type { NoticeScope } from './notice-scope.ts'
import { staffName } from './staff-name.ts'

/** The menu is for a tap; whoever else there is can be named in a command. */
const COLLEAGUES_ON_CARD = 8

/** A ticket with all that its card shows. */
export interface ShownTicket {
  readonly ticket: Ticket
  readonly customer: Customer
  readonly attachments: readonly Attachment[]
}

/** What the card says now, in the thread's form. */
export async function cardPayload(
  scope: NoticeScope,
  shown: ShownTicket,
  thread: StaffThread,
): Promise<Record<string, unknown>> {
  const { rules } = scope
  const source = await cardSource(scope, shown, thread)
  return ticketCard(scope.staffTexts, rules.catalog, rules.timeZone, source, thread.cardForm)
}

async function cardSource(
  scope: NoticeScope,
  { ticket, customer, attachments }: ShownTicket,
  thread: StaffThread,
): Promise<CardSource> {
  const { unit, rules, now } = scope
  const numberOf = async (id: string | null) =>
    id === null ? null : ((await unit.tickets.byId(id))?.number ?? null)
  const [menu, precededBy, mergedInto, assignee, said, earlier, tags, tookIn, sla] = await Promise.all([
    openMenu(scope, thread),
    numberOf(ticket.precededById),
    numberOf(ticket.mergedIntoId),
    ticket.assigneeId === null ? null : staffName(scope, ticket.assigneeId, thread.chatId),
    shopAnswer({ stores: unit, rules }, customer, ticket.orderNumber),
    unit.tickets.countBefore(customer.id, ticket.createdAt),
    unit.tags.of(ticket.id),
    unit.tickets.mergedInto(ticket.id),
    slaNow({ stores: unit, rules, now }, ticket),
  ])
  return {
    ...{ ticket, customer, attachments, assignee, precededBy, mergedInto, earlier, tags, menu, sla },
    order: said?.facts ?? null,
    tookIn: tookIn.map(({ number }) => number),
  }
}

/** Colleagues are looked for only where they are asked for. */
async function openMenu({ unit }: NoticeScope, { cardMenu: open, chatId }: StaffThread): Promise<CardMenu> {
  if (open !== 'transfer') return { ...NO_MENU, open }
  const colleagues = await colleaguesIn({ stores: unit }, chatId, COLLEAGUES_ON_CARD)
  return {
    open,
    colleagues: colleagues.map(({ agent, place }) => ({
      id: agent.id,
      name: agent.displayName ?? place.name,
    })),
  }
}

/** The card and the files, as one message or one after the other. */
export async function sendCard(scope: NoticeScope, thread: StaffThread, shown: ShownTicket): Promise<void> {
  const { ticket, customer, attachments } = shown
  scope.unit.send(
    toStaffThread(thread, ticket, {
      id: thread.cardCallId,
      method: thread.cardForm === 'rich' ? 'sendRichMessage' : 'sendMessage',
      payload: await cardPayload(scope, shown, thread),
      priority: CALL_PRIORITY.card,
      subject: packSubject({ kind: 'card', ticketId: ticket.id }),
      report: {
        lane: privateLane(customer.telegramId),
        when: 'always',
        data: packReport({ kind: 'card', ticketId: ticket.id }),
      },
    }),
  )
  if (thread.cardForm === 'rich') return
  for (const attachment of attachments) sendAttachment(scope, thread, shown, attachment)
}

/** Another card in the same place; the old one goes, if it was ever there. */
export async function sendCardAgain(
  scope: NoticeScope,
  happened: ShownTicket & { form: CardForm },
): Promise<void> {
  const { ticket, form } = happened
  const old = await scope.unit.threads.ofTicket(ticket.id)
  if (old === null) return
  const thread = { ...old, cardCallId: scope.ids.next(), cardMessageId: null, cardForm: form }
  scope.unit.threads.save(thread)
  await sendCard(scope, thread, happened)
  if (old.cardMessageId === null) return
  const init = { id: scope.ids.next(), method: 'deleteMessage', payload: {} }
  scope.unit.send(onStaffMessage(old, ticket, old.cardMessageId, init))
}

function sendAttachment(
  scope: NoticeScope,
  thread: StaffThread,
  { ticket, customer }: ShownTicket,
  attachment: Attachment,
): void {
  const photo = attachment.kind === 'photo'
  const report: OutcomeReport = {
    lane: privateLane(customer.telegramId),
    when: 'failure',
    data: packReport({ kind: 'staff-copy', ticketId: ticket.id, messageId: null }),
  }
  scope.unit.send(
    toStaffThread(thread, ticket, {
      id: scope.ids.next(),
      method: photo ? 'sendPhoto' : 'sendDocument',
      payload: {
        [attachment.kind]: attachment.fileId,
        ...(attachment.caption === null ? {} : { caption: attachment.caption }),
        ...replyTo(messageOf(thread.cardCallId)),
      },
      priority: CALL_PRIORITY.card,
      // Photos and documents can't share an album; a card that is sent again has an album of its own.
      albumKey: `card:${thread.cardCallId}:${attachment.kind}`,
      albumIndex: attachment.position,
      subject: packSubject({ kind: 'card', ticketId: ticket.id }),
      report,
    }),
  )
}
