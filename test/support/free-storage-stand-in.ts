import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** What the service does instead of what it should. */
export type Trouble =
  /** 500 to everything. */
  | 'failing'
  /** No answer, and nothing is done. */
  | 'hanging'
  /** Connections are refused as soon as they are made. */
  | 'away'
  /** Writes and deletions are answered with "done" and forgotten. */
  | 'losing'
  /** Writes are done, and then never answered. */
  | 'late'
  /** What is read is no JSON. */
  | 'garbled'
  /** Every log-in counts once only. */
  | 'forgetful'

export interface FreeStorageStandIn {
  /** For FREE_STORAGE_URL. */
  readonly url: string
  /** What is kept, by key. */
  readonly values: Map<string, string>
  /** Requests that came, as `GET /session/private:1`. */
  readonly requests: readonly string[]
  /** The tokens that were sent at log-ins. */
  readonly tokens: readonly string[]
  /** All that was ever to be kept, one after the other. */
  heard(): string
  trouble: Trouble | null
  /** A log-in that it accepts. */
  issueJwt(): string
  /** Requests that have come but not ended. */
  open(): number
}

/** Reaching these is too much. https://github.com/grammyjs/free-session-backend */
const KEY_LIMIT = 64
const VALUE_LIMIT = 16 * 1024
const PREFIX = '/api'

/** Speaks as grammY's free storage does: POST /login, and GET, POST, DELETE /session/<key>. */
export async function openFreeStorageStandIn(botToken: string): Promise<FreeStorageStandIn> {
  const values = new Map<string, string>()
  const jwts = new Set<string>()
  const requests: string[] = []
  const tokens: string[] = []
  const bodies: string[] = []
  let open = 0

  const issueJwt = () => {
    const jwt = `eyJ.${jwts.size}.stand-in`
    jwts.add(jwt)
    return jwt
  }

  const logIn = (body: string): Answer => {
    const { token } = JSON.parse(body) as { token?: unknown }
    tokens.push(String(token))
    if (token !== botToken) return { status: 401, body: { error: 'invalid bot token' } }
    return { status: 201, body: { token: issueJwt() } }
  }

  const session = (method: string, key: string, body: string): Answer => {
    if (method === 'GET') {
      const value = values.get(key)
      if (value === undefined) return { status: 404 }
      return { status: 200, text: standIn.trouble === 'garbled' ? value.slice(1) : value }
    }
    if (standIn.trouble === 'losing') return { status: 204 }
    if (method === 'DELETE') values.delete(key)
    else if (key.length >= KEY_LIMIT || Buffer.byteLength(body) >= VALUE_LIMIT)
      return { status: 400, body: { error: 'too long' } }
    else values.set(key, body)
    return { status: 204 }
  }

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = '' } = request
    const path = (request.url ?? '').slice(PREFIX.length)
    requests.push(`${method} ${path}`)
    const body = await readBody(request)
    if (path !== '/login') bodies.push(body)
    if (standIn.trouble === 'hanging') return
    if (standIn.trouble === 'failing') return send(response, { status: 500 })
    if (path === '/login') return send(response, logIn(body))
    const jwt = request.headers.authorization?.replace(/^Bearer /, '') ?? ''
    if (!jwts.has(jwt)) return send(response, { status: 401, body: { error: 'unauthorized' } })
    if (standIn.trouble === 'forgetful') jwts.delete(jwt)
    const answered = session(method, decodeURIComponent(path.replace(/^\/session\//, '')), body)
    if (standIn.trouble === 'late' && method !== 'GET') return
    send(response, answered)
  }

  const server = createServer((request, response) => {
    open += 1
    response.on('close', () => {
      open -= 1
    })
    void answer(request, response)
  })
  server.on('connection', (socket) => {
    if (standIn.trouble === 'away') socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const standIn: FreeStorageStandIn = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${PREFIX}`,
    values,
    requests,
    tokens,
    heard: () => bodies.join('\n'),
    trouble: null,
    issueJwt,
    open: () => open,
  }
  return standIn
}

interface Answer {
  readonly status: number
  readonly body?: object
  readonly text?: string
}

function send(response: ServerResponse, { status, body, text }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(text ?? (body === undefined ? undefined : JSON.stringify(body)))
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}
