import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { BotApiError, tooManyRequests } from './bot-api/bot-api-error.ts'
import type { CallLog } from './call-log.ts'
import type { ActiveFault, FaultRegistry } from './faults.ts'
import { type RawCall, readBody, readCall } from './http/read-call.ts'
import { findHandler } from './methods/registry.ts'
import { createParams } from './params.ts'
import type { World } from './state/world.ts'
import { validateCall } from './validate-call.ts'

export interface ApiServer {
  url: string
  /** Destroys every connection. */
  stop(): Promise<void>
}

interface ServerDeps {
  world: World
  faults: FaultRegistry
  calls: CallLog
}

interface Answer {
  status: number
  body: string
  error?: string | undefined
}

const HTML_502 =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n'

/** Serves `/bot<token>/<method>` and `/file/bot<token>/<path>`. @param port 0 takes a free one. */
export async function startServer(deps: ServerDeps, port: number): Promise<ApiServer> {
  const sockets = new Set<Socket>()
  const server = createServer((request, response) => {
    handle(deps, request, response).catch((error: unknown) => {
      // A mistake of the simulator itself, which must not pass for a fault of Telegram's.
      console.error('simulator:', error)
      send(response, failure(new BotApiError(500, `Internal Server Error: ${String(error)}`)))
    })
  })
  server.keepAliveTimeout = 60_000
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const socket of sockets) socket.destroy()
      return closed
    },
  }
}

async function handle(deps: ServerDeps, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const [, prefix = '', ...rest] = decodeURIComponent(url.pathname).split('/')
  if (prefix === 'file') return sendFile(deps.world, rest, response)
  const [methodName = ''] = rest
  if (!prefix.startsWith('bot') || methodName === '') {
    return send(response, failure(new BotApiError(404, 'Not Found')))
  }
  const hangUp = new AbortController()
  response.on('close', () => hangUp.abort())
  const raw = await read(url, request, response)
  if (!raw) return
  if (!isTokenValid(deps.world, prefix.slice(3))) {
    return send(response, failure(new BotApiError(401, 'Unauthorized')))
  }
  await answerCall(deps, { methodName, raw, signal: hangUp.signal }, response)
}

/** The request's parameters; undefined when the refusal was sent already. */
async function read(
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<RawCall | undefined> {
  try {
    return readCall(url, request.headers['content-type'] ?? '', await readBody(request))
  } catch (error) {
    if (error instanceof BotApiError) send(response, failure(error))
    else response.destroy()
    return undefined
  }
}

function isTokenValid(world: World, token: string): boolean {
  return token === world.token && !world.tokenRevoked
}

interface Request {
  methodName: string
  raw: RawCall
  signal: AbortSignal
}

/** Checks, then meets the fault, then does it: a fault never hides a malformed call. */
async function answerCall(deps: ServerDeps, request: Request, response: ServerResponse): Promise<void> {
  const { world, faults, calls } = deps
  let method = request.methodName
  let params: Record<string, unknown> = request.raw.params
  let applied = false
  let fault: ActiveFault | undefined
  let answer: Answer
  try {
    const valid = validateCall(method, request.raw)
    method = valid.method
    params = valid.params
    fault = faults.take(method, params)
    if (fault?.kind === 'flood') throw tooManyRequests(fault.retryAfter)
    if (fault && !fault.applied) {
      answer = { status: 200, body: '{"ok":true}' }
    } else {
      const { files } = request.raw
      const call = { world, method, params: createParams(params), files, signal: request.signal }
      const result = await findHandler(method)(call)
      applied = true
      answer = { status: 200, body: JSON.stringify({ ok: true, result }) }
    }
  } catch (error) {
    if (!(error instanceof BotApiError)) throw error
    answer = failure(error)
  }
  const spoiled = fault && fault.kind !== 'flood' ? `fault: ${fault.kind}` : undefined
  const error = answer.error ?? spoiled
  calls.add({ at: world.clock.now(), method, params, ok: error === undefined, error, applied })
  await (fault ? sendFaulty(response, answer, fault) : send(response, answer))
}

function failure({ code, message, parameters }: BotApiError): Answer {
  const body = JSON.stringify({ ok: false, error_code: code, description: message, parameters })
  return { status: code, body, error: message }
}

function send(response: ServerResponse, { status, body }: Answer, type = 'application/json'): void {
  if (response.destroyed || response.headersSent) return
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) })
  response.end(body)
}

async function sendFaulty(response: ServerResponse, answer: Answer, fault: ActiveFault): Promise<void> {
  switch (fault.kind) {
    case 'flood':
      return send(response, answer)
    case 'error-500':
      return send(response, failure(new BotApiError(500, 'Internal Server Error')))
    case 'html-502':
      return send(response, { status: 502, body: HTML_502 }, 'text/html')
    case 'close-before':
    case 'close-after':
      response.socket?.destroy()
      return
    case 'hang':
      await fault.released
      return send(response, fault.applied ? answer : failure(new BotApiError(500, 'Internal Server Error')))
    case 'truncated': {
      const bytes = Buffer.from(answer.body)
      response.writeHead(answer.status, {
        'content-type': 'application/json',
        'content-length': bytes.length,
      })
      response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket?.destroy())
    }
  }
}

function sendFile(world: World, [bot = '', ...path]: string[], response: ServerResponse): void {
  const file = isTokenValid(world, bot.slice(3)) ? world.files.findByPath(path.join('/')) : undefined
  if (!file) {
    send(response, failure(new BotApiError(404, 'Not Found')))
    return
  }
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-length': file.bytes.length,
  })
  response.end(file.bytes)
}
