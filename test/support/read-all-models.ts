import { PrismaClient as PostgresqlClient } from '../../src/persistence/generated/postgresql/client.ts'
import { Prisma, PrismaClient as SqliteClient } from '../../src/persistence/generated/sqlite/client.ts'
import type { DatabaseLocation } from '../../src/persistence/open-database.ts'
import { adapterFor } from './migration-session.ts'

interface AnyModel {
  findMany(): Promise<object[]>
}

/** Every row of every model, as the desk reads them, by model. */
export async function readAllModels(location: DatabaseLocation): Promise<Record<string, readonly string[]>> {
  const adapter = adapterFor(location)
  const client = location.url === null ? new SqliteClient({ adapter }) : new PostgresqlClient({ adapter })
  const models = client as unknown as Record<string, AnyModel>
  try {
    const all: Record<string, readonly string[]> = {}
    for (const name of Object.keys(Prisma.ModelName)) {
      const model = models[name[0]?.toLowerCase() + name.slice(1)]
      if (model === undefined) throw new Error(`The client has no model ${name}`)
      all[name] = (await model.findMany()).map(asText).sort()
    }
    return all
  } finally {
    await client.$disconnect()
  }
}

function asText(row: object): string {
  return JSON.stringify(row, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))
}
