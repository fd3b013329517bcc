import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Log } from '../delivery/ports.ts'
import type { Readiness } from './readiness.ts'

export interface HttpAppOptions {
  readonly log: Log
  /** The HTTP API; null: there is none. */
  readonly api?: Hono | null
  /** The webhook's door; null while the bot polls. */
  readonly door: Hono | null
  readonly readiness: () => Promise<Readiness>
  readonly metrics: () => Promise<{ readonly text: string; readonly contentType: string }>
  /** From now on answers close their connection. */
  readonly isClosing: () => boolean
}

/** What is served at PORT. Answers hold no words about what went wrong: the log does. */
export function createHttpApp(options: HttpAppOptions): Hono {
  const { log, door, api = null } = options
  const app = new Hono()
  app.use(async (c, next) => {
    await next()
    c.header('x-content-type-options', 'nosniff')
    // What was refused may have a body on its way that nobody is going to read.
    if (options.isClosing() || c.res.status >= 400) c.header('connection', 'close')
  })
  // Answered at all, so the process lives and its event loop turns.
  app.get('/healthz', (c) => c.json({ alive: true }))
  app.get('/readyz', async (c) => {
    const readiness = await options.readiness()
    return c.json(readiness, readiness.ready ? 200 : 503)
  })
  app.get('/metrics', async (c) => {
    const { text, contentType } = await options.metrics()
    return c.body(text, 200, { 'content-type': contentType })
  })
  if (api !== null) app.route('/', api)
  if (door !== null) app.route('/', door)
  app.notFound((c) => c.body(null, 404))
  app.onError((error, c) => {
    if (error instanceof HTTPException) return c.body(null, error.status)
    log.error({ err: error, method: c.req.method }, 'A request could not be answered')
    return c.body(null, 500)
  })
  return app
}
