import { createRoute, type z } from '@hono/zod-openapi'
import {
  ChangedTicket,
  IdempotencyKey,
  NewReply,
  NewStatus,
  NewTicket,
  Problem,
  RequestPath,
  TicketDetails,
  TicketPage,
  TicketPath,
  TicketQuery,
  Waiting,
} from './schemas.ts'

/** What the API offers. Openapi.json is made of it, and so is the check of what comes in. */

const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

const body = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { 'application/json': { schema } },
})

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
})

const PROBLEMS = { default: problem('It did not work; `code` says why') } as const

const LOCATION = {
  Location: { description: 'Where to ask again', schema: { type: 'string' } },
} as const

const WAITING = { ...json(Waiting, 'Stored, and done soon'), headers: LOCATION }

const SECURED = { security: [{ token: [] }] }

export const createTicketRoute = createRoute({
  method: 'post',
  path: '/api/v1/tickets',
  operationId: 'createTicket',
  summary: 'File a ticket for a customer of the bot',
  ...SECURED,
  request: { headers: IdempotencyKey, body: body(NewTicket) },
  responses: {
    201: json(ChangedTicket, 'Filed'),
    202: WAITING,
    409: problem(
      'Not for this customer: customer-ambiguous, customer-without-consent, customer-leaving or customer-banned',
    ),
    ...PROBLEMS,
  },
})

export const listTicketsRoute = createRoute({
  method: 'get',
  path: '/api/v1/tickets',
  operationId: 'listTickets',
  summary: 'Tickets in the order in which they last changed',
  ...SECURED,
  request: { query: TicketQuery },
  responses: { 200: json(TicketPage, 'A page'), ...PROBLEMS },
})

export const readTicketRoute = createRoute({
  method: 'get',
  path: '/api/v1/tickets/{number}',
  operationId: 'readTicket',
  summary: 'One ticket with its messages',
  ...SECURED,
  request: { params: TicketPath },
  responses: { 200: json(TicketDetails, 'The ticket'), ...PROBLEMS },
})

export const replyRoute = createRoute({
  method: 'post',
  path: '/api/v1/tickets/{number}/replies',
  operationId: 'replyToTicket',
  summary: 'Answer the customer',
  ...SECURED,
  request: { params: TicketPath, headers: IdempotencyKey, body: body(NewReply) },
  responses: { 201: json(ChangedTicket, 'On its way to the customer'), 202: WAITING, ...PROBLEMS },
})

export const changeStatusRoute = createRoute({
  method: 'post',
  path: '/api/v1/tickets/{number}/status',
  operationId: 'changeStatus',
  summary: "Change a ticket's status",
  ...SECURED,
  request: { params: TicketPath, headers: IdempotencyKey, body: body(NewStatus) },
  responses: { 200: json(ChangedTicket, 'Changed, or as it was'), 202: WAITING, ...PROBLEMS },
})

export const readRequestRoute = createRoute({
  method: 'get',
  path: '/api/v1/requests/{id}',
  operationId: 'readRequest',
  summary: 'What became of a request that was answered with 202',
  ...SECURED,
  request: { params: RequestPath },
  responses: {
    200: json(ChangedTicket, 'Done'),
    201: json(ChangedTicket, 'Done'),
    202: WAITING,
    ...PROBLEMS,
  },
})
