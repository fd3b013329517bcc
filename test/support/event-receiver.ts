import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { onTestFinished } from 'vitest'
import type { OutsideEvent } from '../../src/app/outside-event.ts'
import { Event } from '../../src/http/api/schemas.ts'

const EVENTS_SECRET = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD0RcZXvwEnxE='

export interface Received {
  /** Of the `Webhook-Id` header. */
  readonly id: string
  readonly event: OutsideEvent
  readonly body: string
}

export interface EventReceiver {
  /** The settings with which the desk tells it. */
  readonly env: Readonly<Record<string, string>>
  /** Every call, those it did not take too; one that is not signed as Standard Webhooks says, or is no event, is a fault. */
  readonly calls: readonly Received[]
  readonly faults: readonly string[]
  /** Those it took, each once, in order, as `type` and what changed. */
  taken(): readonly string[]
  /** How the next calls are answered; 204 by default. */
  answer: (response: ServerResponse, call: Received) => void
}

/** Another system of the shop, to which the desk tells what happens. Gone when the test is over. */
export async function openEventReceiver(): Promise<EventReceiver> {
  const calls: Received[] = []
  const takenIds = new Set<string>()
  const taken: string[] = []
  const faults: string[] = []
  const server = createServer(async (request, response) => {
    const body = await readBody(request)
    const call = readCall(request, body, faults)
    if (call === null) return void response.writeHead(400).end()
    calls.push(call)
    response.once('finish', () => {
      if (response.statusCode !== 204 || takenIds.has(call.id)) return
      takenIds.add(call.id)
      taken.push(inWords(call.event))
    })
    receiver.answer(response, call)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const { port } = server.address() as AddressInfo
  const receiver: EventReceiver = {
    env: { EVENTS_URL: `http://127.0.0.1:${port}/events?of=desk`, EVENTS_SECRET },
    calls,
    faults,
    taken: () => taken,
    answer: (response) => void response.writeHead(204).end(),
  }
  return receiver
}

function readCall(
  { headers, method, url }: IncomingMessage,
  body: string,
  faults: string[],
): Received | null {
  try {
    if (method !== 'POST' || url !== '/events?of=desk') throw new Error(`${method} ${url}`)
    const parsed = new Webhook(EVENTS_SECRET).verify(body, headers as Record<string, string>)
    const event = Event.strict().parse(parsed) as OutsideEvent
    const id = String(headers['webhook-id'])
    if (event.id !== id) throw new Error(`Webhook-Id ${id} for the event ${event.id}`)
    return { id, event, body }
  } catch (error) {
    faults.push(String(error))
    return null
  }
}

export function inWords({ type, change }: OutsideEvent): string {
  const { messageId: _, ...told } = change
  return [type, ...Object.values(told)].join(' ')
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
