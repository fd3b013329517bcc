import type { Person } from '../../src/simulator/driver/person.ts'
import { afterwards } from './customer-story.ts'
import { queryTestDatabase } from './database.ts'
import type { Shop } from './open-shop.ts'
import { readAllModels } from './read-all-models.ts'

/** Whatever holds one of these holds something of the person. */
export const CANARY = /канарейк|canary|4444-8888|70009998877/i

/** Orders a copy of everything first: it must not stay anywhere either. */
export async function planDeletion(shop: Shop, person: Person): Promise<void> {
  await afterwards(shop, () => person.sendText('/privacy'))
  for (const button of ['Скачать мои данные', 'Мои данные', 'Удалить мои данные', 'Да, удалить'])
    await afterwards(shop, () => person.tap(button))
}

/** Rows in which something of the person is left, by model. */
export async function rowsWithCanaries(shop: Shop, person: Person): Promise<string[]> {
  const models = {
    ...(await readAllModels(shop.location)),
    search: (await queryTestDatabase(shop.location, 'SELECT * FROM search_documents')).map(asText),
  }
  return Object.entries(models).flatMap(([model, rows]) =>
    rows.filter((row) => CANARY.test(row) || row.includes(String(person.id))).map((row) => `${model} ${row}`),
  )
}

function asText(row: object): string {
  return JSON.stringify(row)
}
