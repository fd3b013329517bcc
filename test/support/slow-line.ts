import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export interface SlowLine {
  readonly url: string
  /** What has come in over it, in order; `at` by performance.now(). */
  readonly requests: readonly { readonly method: string; readonly at: number }[]
  close(): Promise<void>
}

/**
 * A line to a server that takes its time in both directions, each way up to `mostMs`. What a caller that dies had under
 * way gets lost before the server hears of it, or after it did what was asked.
 */
export async function openSlowLine(target: string, mostMs: number, random: () => number): Promise<SlowLine> {
  const agent = new Agent({ keepAlive: true })
  const requests: { method: string; at: number }[] = []
  const server = createServer((incoming, response) => {
    pass(incoming, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  async function pass(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const hungUp = new AbortController()
    response.on('close', () => hungUp.abort())
    requests.push({ method: incoming.url?.split('/').at(-1) ?? '', at: performance.now() })
    const body = await buffer(incoming)
    await travel(hungUp.signal)
    const { method = 'POST', headers, url = '/' } = incoming
    const asked = request(`${target}${url}`, { method, headers, agent, signal: hungUp.signal })
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      asked.on('response', resolve).on('error', reject).end(body)
    })
    const answerBody = await buffer(answer)
    await travel(hungUp.signal)
    response.writeHead(answer.statusCode ?? 502, answer.headers).end(answerBody)
  }

  /** @throws when the caller has hung up meanwhile */
  async function travel(signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => setTimeout(resolve, random() * mostMs))
    signal.throwIfAborted()
  }

  return {
    requests,
    url: `http://127.0.0.1:${port}`,
    async close() {
      agent.destroy()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
