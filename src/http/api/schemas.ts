import { z } from '@hono/zod-openapi'
import { EVENT_TYPES, type OutsideEvent } from '../../app/outside-event.ts'
import type { TicketFacts } from '../../app/ticket-facts.ts'
import { DESCRIPTION_MAX, DESCRIPTION_MIN, visibleCharacters } from '../../domain/intake/description.ts'
import { PRIORITIES, TICKET_STATUSES } from '../../domain/ticket.ts'

/** What is checked when it comes in, and what openapi.json is made of. */

/** https://core.telegram.org/bots/api#sendmessage */
const TEXT_MAX = 4096
const ID_MAX = 128
const PAGE_MAX = 100

/** Neither database nor Telegram takes these. */
const isText = (text: string) => !text.includes('\u0000') && !/\p{Surrogate}/u.test(text)
const NO_TEXT = 'Holds characters that are none'

const words = (least: number, most: number) =>
  z.string().min(least).max(most).refine(isText, { error: NO_TEXT })

const moment = z.iso.datetime()
const nullable = moment.nullable()

const Agent = z
  .object({
    id: z.string(),
    name: z.string().nullable().openapi({ description: 'What customers read; null: none was chosen' }),
  })
  .openapi('Agent')

const facts = z.object({
  number: z.string().openapi({ example: '482-913' }),
  status: z.enum(TICKET_STATUSES),
  priority: z.enum(PRIORITIES),
  category: z.string().openapi({ description: 'Id of the catalogue', example: 'delivery' }),
  problem: z.string().openapi({ description: 'Id of the catalogue', example: 'late' }),
  assignee: Agent.nullable(),
  createdAt: moment,
  promisedAt: moment.openapi({ description: 'When the customer was promised an answer by' }),
  firstReplyAt: nullable,
  resolvedAt: nullable,
  endedAt: nullable.openapi({ description: 'When it was closed or cancelled' }),
  updatedAt: moment.openapi({ description: 'When it, or a message in it, last changed' }),
})
const Ticket = (facts satisfies z.ZodType<TicketFacts>).openapi('Ticket')

const Message = z
  .object({
    id: z.string(),
    author: z.enum(['customer', 'agent']),
    agent: Agent.nullable(),
    kind: z.string().openapi({ description: 'text, photo, voice, location …', example: 'text' }),
    text: z.string().nullable().openapi({ description: 'Text or caption; null: none, or taken back' }),
    createdAt: moment,
    editedAt: nullable,
    retractedAt: nullable,
  })
  .openapi('Message')

export const TicketDetails = facts
  .extend({
    orderNumber: z.string().nullable(),
    description: z.string(),
    customer: z
      .object({ telegramId: z.int(), shopCustomerId: z.string().nullable() })
      .nullable()
      .openapi({ description: 'Null: their data was deleted' }),
    messages: z.array(Message).openapi({ description: "Oldest first; agents' notes are not among them" }),
  })
  .openapi('TicketDetails')

export const TicketPage = z
  .object({
    tickets: z.array(Ticket),
    next: z.string().nullable().openapi({ description: 'Cursor of the next page; null: this was the last' }),
  })
  .openapi('TicketPage')

export const ChangedTicket = z
  .object({
    ticket: Ticket,
    messageId: z.string().optional().openapi({ description: 'Of a reply' }),
  })
  .openapi('ChangedTicket')

export const Waiting = z
  .object({
    request: z.string().openapi({ description: 'Ask at the address in Location what became of it' }),
  })
  .openapi('Waiting')

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    errors: z.array(z.object({ in: z.string(), field: z.string(), problem: z.string() })).optional(),
  })
  .openapi('Problem', { description: 'https://www.rfc-editor.org/rfc/rfc9457' })

export const NewTicket = z
  .strictObject({
    customer: z.union([
      z.strictObject({ telegramId: z.int().positive() }),
      z.strictObject({ shopCustomerId: words(1, ID_MAX) }),
    ]),
    category: words(1, ID_MAX),
    problem: words(1, ID_MAX),
    orderNumber: words(1, ID_MAX).nullish(),
    description: words(DESCRIPTION_MIN, DESCRIPTION_MAX),
  })
  .openapi('NewTicket')

export const NewReply = z
  .strictObject({
    text: words(1, TEXT_MAX).refine((text) => visibleCharacters(text.trim()) > 0, {
      error: 'Holds nothing to read',
    }),
  })
  .openapi('NewReply')

export const NewStatus = z
  .strictObject({
    action: z
      .enum(['pending', 'resolve'])
      .openapi({ description: 'pending: the customer is asked, and the clock stands still' }),
  })
  .openapi('NewStatus')

export const IdempotencyKey = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/)
    .openapi({ description: 'A key of yours: asked again with the same, nothing is done twice' }),
})

export const TicketPath = z.object({ number: z.string().openapi({ example: '482-913' }) })
export const RequestPath = z.object({ id: z.string() })

const STATUS_LIST = new RegExp(`^(${TICKET_STATUSES.join('|')})(,(${TICKET_STATUSES.join('|')}))*$`)

export const TicketQuery = z.strictObject({
  status: z
    .string()
    .regex(STATUS_LIST)
    .optional()
    .openapi({ description: 'One status, or several with commas between them', example: 'new,open' }),
  updatedSince: z.iso.datetime({ offset: true }).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(PAGE_MAX).default(50),
})

export const Event = (
  z.object({
    id: z.string(),
    type: z.enum(EVENT_TYPES),
    createdAt: moment,
    ticket: Ticket,
    change: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).openapi({
      description:
        'ticket.status_changed, ticket.priority_changed: before, after; ticket.replied: by (customer or agent), messageId; ticket.rated: score (1 to 5)',
    }),
  }) satisfies z.ZodType<OutsideEvent>
).openapi('Event')
