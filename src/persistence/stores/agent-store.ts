import type { AgentStore } from '../../app/ports.ts'
import type { Agent } from '../../domain/people.ts'
import type { Client } from '../client.ts'
import type { Agent as AgentRow } from '../generated/sqlite/client.ts'
import type { WriteBatch } from '../write-batch.ts'
import type { Memory } from './memory.ts'

export function createAgentStore(client: Client, batch: WriteBatch, memory: Memory): AgentStore {
  const written = new Map<string, Agent>()
  const seen = memory.seen<Agent>()
  return {
    async byId(id) {
      const known = written.get(id) ?? seen.of(id)
      return known ?? seen.keep(toAgent(await client.agent.findUnique({ where: { id } })))
    },
    async byTelegramId(telegramId) {
      for (const agent of written.values()) if (agent.telegramId === telegramId) return agent
      return seen.keep(toAgent(await client.agent.findUnique({ where: { telegramId } })))
    },
    save(agent) {
      written.set(agent.id, agent)
      const { id, telegramId, displayName, createdAt } = agent
      const data = { telegramId, displayName, createdAt }
      batch.put(`agent:${id}`, (client) =>
        client.agent.upsert({ where: { id }, create: { id, ...data }, update: data, select: { id: true } }),
      )
    },
  }
}

function toAgent(row: AgentRow | null): Agent | null {
  return row && { ...row, telegramId: Number(row.telegramId) }
}
