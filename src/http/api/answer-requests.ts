import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { ApiDoorOptions, ApiEnv } from './api-door.ts'
import { type Answer, type AskGround, askDesk, waitFor } from './ask-desk.ts'
import { findCustomer } from './find-customer.ts'
import { ProblemError } from './problems.ts'
import { findTicket } from './read-tickets.ts'
import { changeStatusRoute, createTicketRoute, readRequestRoute, replyRoute } from './routes.ts'

const ACTIONS = { pending: 'ask-customer', resolve: 'resolve' } as const

/** What changes something goes through the customer's lane, as a message of theirs would. */
export function answerRequests(app: OpenAPIHono<ApiEnv>, options: ApiDoorOptions): void {
  const groundOf = (c: Context<ApiEnv>): AskGround => ({ ...options, desk: c.var.desk })

  app.openapi(createTicketRoute, async (c) => {
    const { customer: name, ...asked } = c.req.valid('json')
    const answer = await askDesk(groundOf(c), callerOf(c), {
      name: 'create-ticket',
      about: { name, ...asked },
      resolve: async () => {
        const { id: customerId, telegramId } = await findCustomer(c.var.desk.stores, name)
        return {
          lane: c.var.desk.laneOfCustomer(telegramId),
          data: { customerId, ...asked },
        }
      },
    })
    return answer.kind === 'waiting' ? c.json(...waiting(answer)) : c.json(answer.body, 201)
  })

  app.openapi(replyRoute, async (c) => {
    const { text } = c.req.valid('json')
    const { client } = c.var
    const { number } = c.req.valid('param')
    const answer = await askDesk(groundOf(c), callerOf(c), {
      name: 'reply',
      about: { number: number.replace(/\D/g, ''), text },
      resolve: async () => onTicket(c, number, (ticketId) => ({ client, ticketId, text })),
    })
    return answer.kind === 'waiting' ? c.json(...waiting(answer)) : c.json(answer.body, 201)
  })

  app.openapi(changeStatusRoute, async (c) => {
    const action = ACTIONS[c.req.valid('json').action]
    const { client } = c.var
    const { number } = c.req.valid('param')
    const answer = await askDesk(groundOf(c), callerOf(c), {
      name: 'change-status',
      about: { number: number.replace(/\D/g, ''), action },
      resolve: async () => onTicket(c, number, (ticketId) => ({ client, ticketId, action })),
    })
    return answer.kind === 'waiting' ? c.json(...waiting(answer)) : c.json(answer.body, 200)
  })

  app.openapi(readRequestRoute, async (c) => {
    const request = await c.var.desk.requests.byId(c.req.valid('param').id)
    if (request === null || request.client !== c.var.client) throw new ProblemError('request-not-found')
    const answer = await waitFor({ ...groundOf(c), answerWithinMs: 0 }, request)
    if (answer.kind === 'waiting') return c.json(...waiting(answer))
    return answer.name === 'change-status' ? c.json(answer.body, 200) : c.json(answer.body, 201)
  })
}

function callerOf(c: Context<ApiEnv>): { readonly client: string; readonly key: string } {
  // Checked by the route.
  return { client: c.var.client, key: c.req.header('idempotency-key') ?? '' }
}

async function onTicket<Data>(c: Context<ApiEnv>, number: string, dataFor: (ticketId: string) => Data) {
  const { stores, laneOfCustomer } = c.var.desk
  const { ticket } = await findTicket(stores, number)
  const customer = await stores.customers.byId(ticket.customerId)
  if (customer === null) throw new Error(`Ticket ${ticket.id} has no customer`)
  return { lane: laneOfCustomer(customer.telegramId), data: dataFor(ticket.id) }
}

function waiting({ id }: Answer & { readonly kind: 'waiting' }) {
  return [{ request: id }, 202, { location: `/api/v1/requests/${id}` }] as const
}
