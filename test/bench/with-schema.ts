import { randomUUID } from 'node:crypto'
import pg from 'pg'

/** Gives `measure` a schema of its own on the server, dropped at the end. */
export async function withSchema<T>(serverUrl: string, measure: (url: string) => Promise<T>): Promise<T> {
  const schema = `bench_${randomUUID().replaceAll('-', '')}`
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query(`CREATE SCHEMA "${schema}"`)
    const url = new URL(serverUrl)
    url.searchParams.set('schema', schema)
    return await measure(url.href)
  } finally {
    await client.query(`DROP SCHEMA IF EXISTS "${schema}" CASCADE`)
    await client.end()
  }
}
