import type { SelfHelpStore } from '../../app/ports.ts'
import type { WriteBatch } from '../write-batch.ts'

export function createSelfHelpStore(batch: WriteBatch): SelfHelpStore {
  return {
    add(outcome) {
      batch.add((client) => client.selfHelpOutcome.create({ data: outcome, select: { id: true } }))
    },
  }
}
