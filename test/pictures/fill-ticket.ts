import type { Language } from '../../src/domain/people.ts'
import type { TicketEvent, TicketMessage } from '../../src/domain/ticket-message.ts'
import type { Database } from '../../src/persistence/open-database.ts'
import { aCustomer, aMessage, anAttachment, aTicket, aUnit } from '../persistence/fixtures.ts'
import { NOW } from './fill-desk.ts'

const WORDS = {
  ru: {
    agent: 'Мария',
    customer: 'Анна',
    description:
      'Чайник пришёл с трещиной на корпусе, коробка целая. Хочу обменять на такой же. Чек на фото.',
    ask: 'Здравствуйте, Анна. Жаль, что так вышло. Пришлите, пожалуйста, фото самой трещины, и оформим обмен.',
    note: '// Такой же есть на складе, отложила один.',
    show: 'Вот она, слева от ручки.',
    offer: 'Спасибо, всё видно. Курьер привезёт новый чайник в среду с 14 до 18 и заберёт этот. Удобно?',
    thanks: 'Да, спасибо большое',
  },
  en: {
    agent: 'Maria',
    customer: 'Anna',
    description:
      'The kettle came with a crack in it, the box is whole. I would like to have the same one. Receipt attached.',
    ask: 'Hello Anna. I am sorry about that. Please send a photo of the crack itself, and we will exchange it.',
    note: '// There is one in the warehouse, I have put it aside.',
    show: 'Here it is, left of the handle.',
    offer:
      'Thank you, I can see it. The courier brings a new kettle on Wednesday from 2 to 6 pm and takes this one. Is that all right?',
    thanks: 'Yes, thank you very much',
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>

export const TICKET_ID = 'kettle'
/** The photos of the ticket, by the scenes that they show. */
export const PHOTOS = { receipt: 'receipt', crack: 'mug' } as const

const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const words = (text: string) => ({ text, entities: [] })

/** One ticket from its filing to its end: made up, and the same each time. */
export async function fillTicket(database: Database, language: Language): Promise<void> {
  const said = WORDS[language]
  const unit = await aUnit(database)
  unit.customers.save(aCustomer({ firstName: said.customer, language }))
  unit.agents.save({ id: 'maria', telegramId: 100, displayName: said.agent, createdAt: NOW })
  const ticket = aTicket({
    ...{
      id: TICKET_ID,
      number: '482913',
      categoryId: 'return',
      problemId: 'damaged',
      orderNumber: '12345678-0001',
    },
    ...{ description: said.description, status: 'resolved', assigneeId: 'maria' },
    ...{ createdAt: at(0), promisedAt: at(24 * 60), firstReplyAt: at(14), resolvedAt: at(52) },
  })
  const photo = { fileUniqueId: PHOTOS.receipt, fileId: PHOTOS.receipt, size: 1_000 }
  unit.tickets.add(ticket, [anAttachment({ ...photo, ticketId: TICKET_ID })])
  const message = (minutes: number, author: TicketMessage['author'], text: string) =>
    aMessage({
      ...{
        id: `m${minutes}`,
        ticketId: TICKET_ID,
        author,
        createdAt: at(minutes),
        sourceMessageId: 100 + minutes,
      },
      agentId: author === 'customer' ? null : 'maria',
      content:
        text === said.show
          ? {
              ...photo,
              kind: 'photo',
              fileUniqueId: PHOTOS.crack,
              fileName: null,
              mimeType: null,
              caption: words(text),
            }
          : { kind: 'text', body: words(text) },
    })
  unit.messages.add(message(14, 'agent', said.ask))
  unit.messages.add(message(16, 'note', said.note))
  unit.messages.add(message(31, 'customer', said.show))
  unit.messages.add(message(37, 'agent', said.offer))
  unit.messages.add(message(48, 'customer', said.thanks))
  const event = (
    minutes: number,
    kind: TicketEvent['kind'],
    actor: string,
    before: string | null,
    after: string,
  ) =>
    unit.events.add({
      id: `e${minutes}-${kind}`,
      ticketId: TICKET_ID,
      kind,
      actor,
      before,
      after,
      at: at(minutes),
    })
  event(0, 'opened', 'customer', null, 'new')
  event(9, 'assigned', 'agent:maria', null, 'maria')
  event(9, 'status-changed', 'agent:maria', 'new', 'open')
  event(17, 'status-changed', 'agent:maria', 'open', 'pending')
  event(31, 'status-changed', 'customer', 'pending', 'open')
  event(52, 'status-changed', 'agent:maria', 'open', 'resolved')
  const rating = {
    ticketId: TICKET_ID,
    categoryId: 'return',
    agentId: 'maria',
    score: 5,
    comment: null,
  } as const
  unit.ratings.save({ ...rating, at: at(60) })
  await unit.commit('done')
}
