import type { OpenAPIHono } from '@hono/zod-openapi'
import type { ApiEnv } from './api-door.ts'
import { listTickets, readTicket } from './read-tickets.ts'
import { listTicketsRoute, readTicketRoute } from './routes.ts'

/** Reading changes nothing. */
export function answerReaders(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(listTicketsRoute, async (c) =>
    c.json(await listTickets(c.var.desk.stores, c.req.valid('query')), 200),
  )
  app.openapi(readTicketRoute, async (c) =>
    c.json(await readTicket(c.var.desk.stores, c.req.valid('param').number), 200),
  )
}
