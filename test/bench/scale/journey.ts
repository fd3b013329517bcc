import type { GrownCustomer, GrownDesk, GrownTicket } from './grown-desk.ts'
import type { QuietTelegram } from './quiet-telegram.ts'
import {
  freshMessageId,
  fromAgent,
  fromCustomer,
  reachOfCustomer,
  tapOfAgent,
  tapOfCustomer,
  type Update,
} from './updates.ts'

/** A customer with one unfinished ticket, and what they come to on the way. */
export interface Traveller {
  readonly customer: GrownCustomer
  readonly ticket: GrownTicket
  /** Their own message of just now. */
  saidId: number
  readonly album: string
  /** The ticket they file on the way, once there is one. */
  fresh: { readonly id: string; readonly topicId: number } | null
  /** The agent's reply in it. */
  replyId: number
}

export interface Action {
  readonly name: string
  readonly update: (traveller: Traveller) => Update
  /** After everything it led to has been sent. */
  readonly after?: (traveller: Traveller) => void
  /** What it sends waits a moment for more: nobody waits for that here. */
  readonly gathers?: true
}

const PAGE_SIZE = 5

/** Those with exactly one unfinished ticket that can still be withdrawn, in the order they come. */
export function findTravellers(desk: GrownDesk, count: number): Traveller[] {
  const open = (ticket: GrownTicket) => ticket.endedAt === null
  return desk.customers
    .flatMap((customer) => {
      const [ticket, ...more] = customer.tickets.filter(open)
      if (ticket === undefined || more.length > 0 || ticket.status === 'resolved') return []
      return [{ customer, ticket, saidId: 0, album: String(freshMessageId()), fresh: null, replyId: 0 }]
    })
    .slice(0, count)
}

/** What customers and agents do, in an order in which each can be done. */
export function journey(desk: GrownDesk, telegram: QuietTelegram): readonly Action[] {
  return [...talk(telegram), ...form(telegram), ...staff(desk, telegram), ...end(telegram)]
}

function talk(telegram: QuietTelegram): readonly Action[] {
  const tap = ({ customer }: Traveller, data: string) =>
    tapOfCustomer(customer, telegram.lastMessageId(customer.telegramId), data)
  const say = (traveller: Traveller, text: string) => {
    traveller.saidId = freshMessageId()
    return fromCustomer(traveller.customer, text, { id: traveller.saidId })
  }
  const albumPart = ({ customer, album }: Traveller) => fromCustomer(customer, null, { album })
  const lastPage = ({ tickets }: GrownCustomer) => Math.ceil(tickets.length / PAGE_SIZE) - 1
  return [
    { name: '/start', update: ({ customer }) => fromCustomer(customer, '/start') },
    { name: '/tickets', update: ({ customer }) => fromCustomer(customer, '/tickets') },
    { name: 'last page of tickets', update: (one) => tap(one, `ts:${lastPage(one.customer)}`) },
    { name: 'a ticket’s screen', update: (one) => tap(one, `t:${one.ticket.id}:0`) },
    {
      name: '/status by number',
      update: (one) => fromCustomer(one.customer, `/status ${one.ticket.number}`),
    },
    { name: 'free message', update: (one) => say(one, 'А когда привезут?') },
    {
      name: 'reply to an old message',
      update: ({ customer, ticket }) => fromCustomer(customer, 'Об этом', { replyTo: ticket.firstMessageId }),
    },
    {
      name: 'customer’s edit',
      update: ({ customer, saidId }) =>
        fromCustomer(customer, 'А когда привезёте?', { id: saidId, edited: true }),
    },
    { name: 'album, first part', update: albumPart, gathers: true },
    { name: 'album, next part', update: albumPart, gathers: true },
    { name: 'blocks the bot', update: ({ customer }) => reachOfCustomer(customer, 'kicked') },
    { name: 'lets it in again', update: ({ customer }) => reachOfCustomer(customer, 'member') },
  ]
}

function form(telegram: QuietTelegram): readonly Action[] {
  const tap = ({ customer }: Traveller, text: string | RegExp) => {
    const chatId = customer.telegramId
    return tapOfCustomer(customer, telegram.lastMessageId(chatId), telegram.button(chatId, text))
  }
  const write = (text: string) => (one: Traveller) => fromCustomer(one.customer, text)
  return [
    { name: 'form: /new', update: write('/new') },
    { name: 'form: category', update: (one) => tap(one, 'Доставка') },
    { name: 'form: problem', update: (one) => tap(one, /вовремя/) },
    { name: 'form: order', update: write('12345678-0001') },
    { name: 'form: description', update: write('Заказ обещали привезти вчера, курьер так и не позвонил.') },
    { name: 'form: photo', update: (one) => fromCustomer(one.customer, null), gathers: true },
    { name: 'form: done', update: (one) => tap(one, /Пропустить|Готово/) },
    {
      name: 'form: send',
      update: (one) => tap(one, 'Отправить'),
      after(traveller) {
        const id = telegram.button(traveller.customer.telegramId, 'Открыть обращение').split(':')[1] ?? ''
        traveller.fresh = { id, topicId: telegram.lastTopicId }
      },
    },
    { name: 'message, ticket asked', update: write('К какому это?') },
    { name: 'ticket chosen', update: (one) => tap(one, new RegExp(`^№ ${one.ticket.number.slice(0, 3)}-`)) },
  ]
}

function staff(desk: GrownDesk, telegram: QuietTelegram): readonly Action[] {
  const freshOf = ({ fresh }: Traveller) => fresh ?? { id: '', topicId: 0 }
  const tap = (action: string) => (one: Traveller) => {
    const { id, topicId } = freshOf(one)
    return tapOfAgent(desk, topicId, telegram.lastMessageId(desk.staffChatId), `s:${id}:${action}`)
  }
  const write = (text: string) => (one: Traveller) => {
    one.replyId = freshMessageId()
    return fromAgent(desk, freshOf(one).topicId, text, { id: one.replyId })
  }
  return [
    { name: 'agent takes', update: tap('take') },
    { name: 'agent’s note', update: write('// смотрю') },
    { name: 'agent’s reply', update: write('Здравствуйте, уже разбираемся') },
    {
      name: 'agent’s edit',
      update: (one) =>
        fromAgent(desk, freshOf(one).topicId, 'Здравствуйте, разобрались', { id: one.replyId, edited: true }),
    },
    {
      name: 'agent’s reply, old ticket',
      update: (one) => fromAgent(desk, one.ticket.topicId, 'Здравствуйте'),
    },
    {
      name: 'agent retracts',
      update: (one) => fromAgent(desk, freshOf(one).topicId, '/retract', { replyTo: one.replyId }),
    },
    { name: 'agent: pending', update: tap('ask') },
    { name: 'agent: resolved', update: tap('resolve') },
  ]
}

function end(telegram: QuietTelegram): readonly Action[] {
  const own = ({ customer }: Traveller, ticketId: string, action: string) =>
    tapOfCustomer(customer, telegram.lastMessageId(customer.telegramId), `o:${ticketId}:${action}`)
  return [
    { name: 'solved', update: (one) => own(one, one.fresh?.id ?? '', 'solved') },
    { name: 'withdraw', update: (one) => own(one, one.ticket.id, 'withdraw-yes') },
  ]
}
