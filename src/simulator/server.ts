import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { BotApiError, badRequest, tooManyRequests } from './bot-api/bot-api-error.ts'
import type { CallLog } from './call-log.ts'
import type { ActiveFault, FaultRegistry } from './faults.ts'
import { type Answer, failure, send, sendFaulty } from './http/answer.ts'
import { type RawCall, readBody, readCall } from './http/read-call.ts'
import { sendFile } from './http/send-file.ts'
import { findHandler } from './methods/registry.ts'
import { createParams } from './params.ts'
import { isTokenValid, type World } from './state/world.ts'
import { validateCall } from './validate-call.ts'

/** Takes a request that is none of the Bot API's. @returns whether it did */
export type SideDoor = (request: IncomingMessage, response: ServerResponse) => boolean

export interface ApiServer {
  url: string
  /** Asks this one first from now on. */
  openSideDoor(door: SideDoor): void
  /** Destroys every connection. */
  stop(): Promise<void>
}

interface ServerDeps {
  world: World
  faults: FaultRegistry
  calls: CallLog
}

/** Serves `/bot<token>/<method>` and `/file/bot<token>/<path>`. @param port 0 takes a free one. */
export async function startServer(deps: ServerDeps, port: number): Promise<ApiServer> {
  const sockets = new Set<Socket>()
  let sideDoor: SideDoor = () => false
  const server = createServer((request, response) => {
    if (sideDoor(request, response)) return
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
    openSideDoor(door) {
      sideDoor = door
    },
    stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const socket of sockets) socket.destroy()
      return closed
    },
  }
}

async function handle(deps: ServerDeps, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const startedAt = performance.now()
  const url = new URL(request.url ?? '/', 'http://localhost')
  const [, prefix = '', ...rest] = decodeURIComponent(url.pathname).split('/')
  if (prefix === 'file') return sendFile(deps, rest, response)
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
  await answerCall(deps, { methodName, raw, signal: hangUp.signal, startedAt }, response)
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

interface Request {
  methodName: string
  raw: RawCall
  signal: AbortSignal
  startedAt: number
}

/** Checks, then meets the fault, then does it: a fault never hides a malformed call. */
async function answerCall(deps: ServerDeps, request: Request, response: ServerResponse): Promise<void> {
  const { world, faults, calls } = deps
  let method = request.methodName
  let params: Record<string, unknown> = request.raw.params
  let applied = false
  let items: number | undefined
  let fault: ActiveFault | undefined
  let answer: Answer
  try {
    const valid = validateCall(method, request.raw)
    method = valid.method
    params = valid.params
    fault = faults.take(method, params)
    if (fault?.kind === 'flood') throw tooManyRequests(fault.retryAfter)
    if (fault?.kind === 'refused') throw badRequest(fault.words)
    if (fault && !fault.applied) {
      answer = { status: 200, body: '{"ok":true}' }
    } else {
      const { files } = request.raw
      const doable = fault?.kind === 'partial-album' ? firstItems(params, fault.items) : params
      const call = { world, method, params: createParams(doable), files, signal: request.signal }
      const result = await findHandler(method)(call)
      applied = true
      if (Array.isArray(result)) items = result.length
      if (fault?.kind === 'partial-album') throw badRequest(albumFailed(fault.items))
      answer = { status: 200, body: JSON.stringify({ ok: true, result }) }
    }
  } catch (error) {
    if (!(error instanceof BotApiError)) throw error
    answer = failure(error)
  }
  const spoiled = fault && fault.kind !== 'flood' ? `fault: ${fault.kind}` : undefined
  const error = answer.error ?? spoiled
  const tookMs = performance.now() - request.startedAt
  calls.add({ at: world.clock.now(), method, params, ok: error === undefined, error, applied, items, tookMs })
  await (fault ? sendFaulty(response, answer, fault) : send(response, answer))
}

function firstItems(params: Record<string, unknown>, items: number): Record<string, unknown> {
  return Array.isArray(params.media) ? { ...params, media: params.media.slice(0, items) } : params
}

/** tdlib/telegram-bot-api names the first message that failed, counted from 1. */
function albumFailed(sent: number): string {
  return `failed to send message #${sent + 1} with the error message "MEDIA_EMPTY"`
}
