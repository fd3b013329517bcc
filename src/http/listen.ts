import { createServer, type Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Log } from '../delivery/ports.ts'
import { PortUnavailableError } from './port-unavailable-error.ts'

export interface HttpServer {
  /** Takes nothing new, finishes what is in hand, and cuts off what takes longer than some seconds. */
  stop(): Promise<void>
}

/** Milliseconds. A request whose headers or body trickle in slower than that is cut off. */
const HEADERS_WITHIN_MS = 10_000
const REQUEST_WITHIN_MS = 30_000
/** Longer than a reverse proxy keeps an idle connection, so that it is the proxy that closes it. */
const KEEP_ALIVE_MS = 75_000
const MAX_HEADER_BYTES = 16_384
/** With bodies of at most a megabyte this bounds the memory. */
const MAX_CONNECTIONS = 500
/** The whole desk has ten seconds. */
const STOP_WITHIN_MS = 3_000

/** @throws PortUnavailableError when the port can't be had */
export async function listen(app: Hono, port: number, log: Log): Promise<HttpServer> {
  const server = createAdaptorServer({
    fetch: app.fetch,
    createServer,
    // They are the whole process's, and calls to Telegram use them too.
    overrideGlobalObjects: false,
    serverOptions: {
      headersTimeout: HEADERS_WITHIN_MS,
      requestTimeout: REQUEST_WITHIN_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      maxHeaderSize: MAX_HEADER_BYTES,
    },
  }) as Server
  server.maxConnections = MAX_CONNECTIONS
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new PortUnavailableError(port, error)))
    server.listen(port, resolve)
  })
  server.on('error', (error) => log.error({ err: error }, 'The web server has trouble'))
  return { stop: () => close(server) }
}

async function close(server: Server): Promise<void> {
  const cutOff = setTimeout(() => server.closeAllConnections(), STOP_WITHIN_MS)
  await new Promise<void>((resolve) => server.close(() => resolve()))
  clearTimeout(cutOff)
}
