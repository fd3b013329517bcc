import type { SelfHelpStore } from '../../app/ports.ts'
import type { Client } from '../client.ts'
import type { WriteBatch } from '../write-batch.ts'

export function createSelfHelpStore(client: Client, batch: WriteBatch): SelfHelpStore {
  return {
    add(outcome) {
      batch.add(() => client.selfHelpOutcome.create({ data: outcome, select: { id: true } }))
    },
  }
}
