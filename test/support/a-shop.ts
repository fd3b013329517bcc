import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export interface Question {
  readonly order: string
  readonly customer: string | null
}

export interface AskedShop {
  readonly url: string
  readonly secret: string
  /** What it was asked, in order; a question that is not signed as agreed is none. */
  readonly questions: readonly Question[]
  readonly unsigned: number
}

type Answer = (response: ServerResponse, question: Question) => void

const SECRET = 'a secret of the shop and the desk'
/** So old may a question be, in seconds. */
const OLD = 300

/**
 * The owner's own server, with its end of the look-up. Gone when the test is over.
 * @param now its time, ms
 */
export async function openAskedShop(answer: Answer, now: () => number = Date.now): Promise<AskedShop> {
  const questions: Question[] = []
  let unsigned = 0
  const server = createServer(async (request, response) => {
    const body = await readBody(request)
    if (!isSigned(request, body, now())) {
      unsigned += 1
      response.writeHead(401).end()
      return
    }
    const question = JSON.parse(body) as Question
    questions.push(question)
    answer(response, question)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/orders`,
    secret: SECRET,
    questions,
    get unsigned() {
      return unsigned
    },
  }
}

/** As README tells the shop to do it. */
function isSigned({ method, headers }: IncomingMessage, body: string, now: number): boolean {
  const timestamp = String(headers['x-desk-timestamp'])
  const expected = createHmac('sha256', SECRET).update(`${timestamp}.${body}`).digest('hex')
  const isFresh = Math.abs(now / 1_000 - Number(timestamp)) < OLD
  return method === 'POST' && isFresh && headers['x-desk-signature'] === `sha256=${expected}`
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

export function answerJson(response: ServerResponse, answer: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
}
