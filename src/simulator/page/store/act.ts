import type { Act, ActAnswer, Refused, UploadAnswer } from '../../playground/act-protocol.ts'
import { complain } from './complaints.ts'

/** Does something in the simulated world. What is refused is shown to the person at the page, too. */
export async function act(wanted: Act): Promise<ActAnswer> {
  const headers = { 'content-type': 'application/json' }
  const answer = await ask<ActAnswer>('acts', { method: 'POST', headers, body: JSON.stringify(wanted) })
  if (!answer.isOk) complain(answer.refusal)
  return answer
}

/** Brings a file to the server; an act can then send it. */
export async function upload(file: File): Promise<UploadAnswer> {
  const headers = { 'content-type': file.type || 'application/octet-stream' }
  const path = `uploads?name=${encodeURIComponent(file.name)}`
  const answer = await ask<UploadAnswer>(path, { method: 'POST', headers, body: file })
  if (!answer.isOk) complain(answer.refusal)
  return answer
}

async function ask<T>(path: string, request: RequestInit): Promise<T | Refused> {
  try {
    const response = await fetch(`/playground/${path}`, request)
    return (await response.json()) as T
  } catch {
    return { isOk: false, refusal: { reason: 'unreachable' } }
  }
}
