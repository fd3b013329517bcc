import { validate } from '@readme/openapi-parser'
import { expect, test } from 'vitest'
import { openApiShop } from '../../support/api-story.ts'

interface Operation {
  readonly operationId: string
  readonly security?: object[]
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[]
  readonly requestBody?: { readonly required?: boolean }
  readonly responses: Readonly<Record<string, object>>
}

type Document = Parameters<typeof validate>[0] & {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

test('the description is open to everybody, valid, and says of each address what it takes', async () => {
  const { api } = await openApiShop()
  const { status, body } = await api.get('/api/v1/openapi.json', { authorization: '' })
  expect(status).toBe(200)
  const document = body as Document
  expect(document.openapi).toBe('3.1.1')
  // It resolves references in place.
  expect(await validate(structuredClone(document))).toMatchObject({ valid: true })
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ at: `${method} ${path}`, operation })),
  )
  expect(operations.map(({ at, operation }) => `${operation.operationId}: ${at}`).sort()).toEqual([
    'changeStatus: post /api/v1/tickets/{number}/status',
    'createTicket: post /api/v1/tickets',
    'listTickets: get /api/v1/tickets',
    'readRequest: get /api/v1/requests/{id}',
    'readTicket: get /api/v1/tickets/{number}',
    'replyToTicket: post /api/v1/tickets/{number}/replies',
  ])
  for (const { at, operation } of operations) {
    expect(operation.security, at).toEqual([{ token: [] }])
    expect(Object.keys(operation.responses), at).toContain('default')
    if (!at.startsWith('post')) continue
    expect(operation.requestBody?.required, at).toBe(true)
    const keys = operation.parameters?.filter(({ name }) => name === 'idempotency-key')
    expect(keys, at).toMatchObject([{ in: 'header', required: true }])
  }
})

test('every address that is described exists, and none besides', async () => {
  const { api } = await openApiShop()
  const { body } = await api.get('/api/v1/openapi.json')
  const { paths } = body as Document
  const isThere = async (method: string, path: string) => {
    const answer = method === 'get' ? await api.get(path) : await api.post(path, {})
    return answer.body.code !== 'not-found'
  }
  const described: string[] = []
  for (const [path, methods] of Object.entries(paths)) {
    const real = path.replace(/\{\w+\}/g, '482913')
    for (const method of ['get', 'post']) {
      const known = method in methods
      if (known) described.push(`${method} ${path}`)
      expect(await isThere(method, real), `${method} ${path}`).toBe(known)
    }
  }
  expect(described).toHaveLength(6)
})

test('it says for which customers no ticket is filed', async () => {
  const { api } = await openApiShop()
  const { body } = await api.get('/api/v1/openapi.json')
  const { description, content } = body.paths['/api/v1/tickets'].post.responses['409']
  for (const code of ['ambiguous', 'without-consent', 'leaving', 'banned'])
    expect(description).toContain(`customer-${code}`)
  expect(content['application/problem+json'].schema).toEqual({ $ref: '#/components/schemas/Problem' })
})

test('it names every schema once, and what events hold', async () => {
  const { api } = await openApiShop()
  const { body } = await api.get('/api/v1/openapi.json')
  expect(Object.keys(body.components.schemas).sort()).toEqual([
    'Agent',
    'ChangedTicket',
    'Event',
    'Message',
    'NewReply',
    'NewStatus',
    'NewTicket',
    'Problem',
    'Ticket',
    'TicketDetails',
    'TicketPage',
    'Waiting',
  ])
  expect(body.webhooks.event.post.requestBody.content['application/json'].schema).toEqual({
    $ref: '#/components/schemas/Event',
  })
  expect(body.components.schemas.NewReply.properties.text).toMatchObject({ minLength: 1, maxLength: 4096 })
  expect(body.components.schemas.NewTicket).toMatchObject({ additionalProperties: false })
})
