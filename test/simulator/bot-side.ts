import type { Message, Update } from '../../src/simulator/bot-api/types.ts'
import type { Simulator } from '../../src/simulator/simulator.ts'

export interface ApiAnswer<T = unknown> {
  ok: boolean
  result: T
  error_code?: number
  description?: string
  parameters?: { retry_after?: number; migrate_to_chat_id?: number }
}

/** Calls a method with a JSON body, as a bot does. */
export async function call<T = Message>(
  sim: Simulator,
  method: string,
  params: Record<string, unknown> = {},
): Promise<ApiAnswer<T>> {
  const response = await fetch(`${sim.url}/bot${sim.token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
  })
  return (await response.json()) as ApiAnswer<T>
}

/** The result of a call that must succeed. */
export async function ok<T = Message>(
  sim: Simulator,
  method: string,
  params: Record<string, unknown> = {},
): Promise<T> {
  const answer = await call<T>(sim, method, params)
  if (!answer.ok) throw new Error(`${method}: ${answer.description}`)
  return answer.result
}

/** The description of a call that must fail. */
export async function refusal(
  sim: Simulator,
  method: string,
  params: Record<string, unknown> = {},
): Promise<string | undefined> {
  const answer = await call(sim, method, params)
  if (answer.ok) throw new Error(`${method} was accepted`)
  return answer.description
}

/** Takes and confirms all that waits. */
export async function drain(sim: Simulator, params: Record<string, unknown> = {}): Promise<Update[]> {
  const updates = await ok<Update[]>(sim, 'getUpdates', params)
  const last = updates.at(-1)
  if (last) await ok(sim, 'getUpdates', { offset: last.update_id + 1, limit: 1 })
  return updates
}

/** The kinds of updates, in order. */
export const kinds = (updates: readonly Update[]): (string | undefined)[] =>
  updates.map((update) => Object.keys(update).find((key) => key !== 'update_id'))

/** A form with files, as an upload. */
export async function upload<T = Message>(
  sim: Simulator,
  method: string,
  fields: Record<string, string>,
  files: Record<string, { name: string; bytes: Uint8Array }>,
): Promise<ApiAnswer<T>> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  for (const [name, { name: fileName, bytes }] of Object.entries(files)) {
    form.set(name, new Blob([Buffer.from(bytes)]), fileName)
  }
  const response = await fetch(`${sim.url}/bot${sim.token}/${method}`, { method: 'POST', body: form })
  return (await response.json()) as ApiAnswer<T>
}
