import type { ApiRequest, ApiRequestDesk, ApiRequestStore, RequestName } from '../../app/api-ports.ts'
import type { InboxBody } from '../../delivery/inbox-event.ts'
import type { Json } from '../../delivery/outgoing-call.ts'
import { type Client, prismaErrorCode } from '../client.ts'
import type { ApiRequest as ApiRequestRow } from '../generated/sqlite/client.ts'
import { toInboxRow } from '../inbox-rows.ts'
import { pruneInSteps } from '../prune-in-steps.ts'
import type { WriteBatch } from '../write-batch.ts'

const UNIQUE_VIOLATION = 'P2002'

export function createApiRequestStore(client: Client, batch: WriteBatch): ApiRequestStore {
  return {
    byId: async (id) => orNull(await client.apiRequest.findUnique({ where: { id } })),
    finish(id, outcome) {
      batch.add((client) =>
        client.apiRequest.update({ where: { id, outcome: null }, data: { outcome }, select: { id: true } }),
      )
    },
  }
}

export function createApiRequestDesk(client: Client): ApiRequestDesk {
  return {
    byId: async (id) => orNull(await client.apiRequest.findUnique({ where: { id } })),
    async byKey(name, key) {
      return orNull(await client.apiRequest.findUnique({ where: { client_key: { client: name, key } } }))
    },
    async put(request, { lane, data }) {
      const { id, name, createdAt } = request
      const body: InboxBody = { kind: 'request', id, name, data: { ...data } as Json }
      try {
        await client.$transaction([
          client.apiRequest.create({ data: request, select: { id: true } }),
          client.inboxEvent.createMany({ data: [toInboxRow({ lane, body }, null, createdAt)] }),
        ])
        return true
      } catch (error) {
        if (prismaErrorCode(error) === UNIQUE_VIOLATION) return false
        throw error
      }
    },
    prune: (before) =>
      pruneInSteps((limit) => client.apiRequest.deleteMany({ where: { createdAt: { lt: before } }, limit })),
  }
}

function orNull(row: ApiRequestRow | null): ApiRequest | null {
  return row && { ...row, name: row.name as RequestName }
}
