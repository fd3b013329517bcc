import { Agent, createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export interface Balancer {
  readonly url: string
  /** How many requests each port has answered. */
  readonly answered: ReadonlyMap<number, number>
  close(): Promise<void>
}

/** Hands each request to the next of the ports in turn; where nobody answers, to the one after it. */
export async function openBalancer(ports: readonly number[]): Promise<Balancer> {
  const agent = new Agent()
  const answered = new Map<number, number>()
  let turn = 0
  const pass = async (incoming: IncomingMessage, body: Buffer, port: number): Promise<IncomingMessage> => {
    const { method = 'POST', headers, url: path = '/' } = incoming
    return await new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, method, headers, path, agent })
        .on('response', resolve)
        .on('error', reject)
        .end(body)
    })
  }
  const server = createServer(async (incoming, response) => {
    const body = await buffer(incoming)
    for (let tried = 0; tried < ports.length; tried += 1) {
      const port = ports[turn % ports.length] ?? 0
      turn += 1
      const answer = await pass(incoming, body, port).catch(() => null)
      if (answer === null) continue
      answered.set(port, (answered.get(port) ?? 0) + 1)
      response.writeHead(answer.statusCode ?? 502)
      answer.pipe(response)
      return
    }
    response.writeHead(502).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    answered,
    async close() {
      agent.destroy()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
