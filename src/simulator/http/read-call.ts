import type { IncomingMessage } from 'node:http'
import { BotApiError, badRequest } from '../bot-api/bot-api-error.ts'
import { parseMultipart, type UploadedFile } from './multipart.ts'

/** What a request carries, before its parameters are checked. */
export interface RawCall {
  params: Record<string, unknown>
  files: Map<string, UploadedFile>
}

/** The server refuses larger bodies: a file may have 50 MB (https://core.telegram.org/bots/api#sending-files). */
const MAX_BODY_BYTES = 50 * 1024 * 1024 + 64 * 1024

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_BODY_BYTES) throw new BotApiError(413, 'Request Entity Too Large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/**
 * Reads parameters from the query, JSON, an urlencoded or a multipart form, as the real server does.
 * @throws BotApiError for a body that cannot be read.
 */
export function readCall(url: URL, contentType: string, body: Buffer): RawCall {
  const params: Record<string, unknown> = Object.fromEntries(url.searchParams)
  const files = new Map<string, UploadedFile>()
  const type = contentType.split(';')[0]?.trim().toLowerCase()
  if (body.length === 0) return { params, files }
  if (type === 'application/json') {
    Object.assign(params, parseJsonObject(body.toString('utf8')))
  } else if (type === 'multipart/form-data') {
    const form = parseMultipart(body, contentType)
    return { params: Object.assign(params, form.fields), files: form.files }
  } else if (type === 'application/x-www-form-urlencoded' || !type) {
    Object.assign(params, Object.fromEntries(new URLSearchParams(body.toString('utf8'))))
  } else {
    throw badRequest('unsupported content-type')
  }
  return { params, files }
}

function parseJsonObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Record<string, unknown>
    }
  } catch {
    // Answered below in the same words as any other value that is not an object.
  }
  throw badRequest("Can't parse request JSON object")
}
