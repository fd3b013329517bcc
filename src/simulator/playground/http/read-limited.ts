import type { IncomingMessage } from 'node:http'

/** How long what is still being sent is thrown away after a refusal, so that the refusal can be read. Milliseconds. */
const LINGER_MS = 2_000

/** The body of a request; undefined when it is larger than `maxBytes`, as soon as that is known. */
export async function readLimited(request: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return undefined
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= maxBytes) {
        chunks.push(chunk)
        return
      }
      chunks.length = 0
      resolve(undefined)
    })
    request.on('end', () => resolve(Buffer.concat(chunks)))
    request.on('error', reject)
    request.on('close', () => reject(new Error('the request was broken off')))
  })
}

/** Throws away the rest of a request that is refused; a sender that does not end soon is cut off. */
export function discardRest(request: IncomingMessage): void {
  if (request.complete) return
  request.on('error', () => undefined)
  request.resume()
  const timer = setTimeout(() => request.destroy(), LINGER_MS).unref()
  request.on('close', () => clearTimeout(timer))
}
