import type { OpenAPIHono } from '@hono/zod-openapi'
import type { ApiEnv } from './api-door.ts'
import { Event } from './schemas.ts'

/** Open to everybody: it tells nothing of this desk. */
const OPENAPI_PATH = '/api/v1/openapi.json'

/** OpenAPI 3.1, made of the very schemas that check what comes in. https://spec.openapis.org/oas/v3.1.1 */
export function describeApi(app: OpenAPIHono<ApiEnv>): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'The secret of one of API_TOKENS',
  })
  app.openAPIRegistry.registerWebhook({
    method: 'post',
    path: 'event',
    operationId: 'takeEvent',
    summary: 'What EVENTS_URL is told, signed as Standard Webhooks says',
    request: { body: { required: true, content: { 'application/json': { schema: Event } } } },
    responses: {
      204: { description: 'Taken; any 2xx will do' },
      410: { description: 'Not wanted: this event is told no more' },
      default: { description: 'Told again, for a day' },
    },
  })
  app.doc31(OPENAPI_PATH, {
    openapi: '3.1.1',
    info: {
      title: 'Support desk',
      version: '1.0.0',
      description: 'Tickets of a support desk in Telegram, for other systems of the shop.',
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
    },
    servers: [{ url: '/' }],
  })
}
