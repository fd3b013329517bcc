import { OpenAPIHono } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import type { z } from 'zod'
import type { Log } from '../../delivery/ports.ts'
import { asPlainRequest } from '../plain-request.ts'
import { answerReaders } from './answer-readers.ts'
import { answerRequests } from './answer-requests.ts'
import type { ApiDesk } from './api-desk.ts'
import type { AskGround } from './ask-desk.ts'
import { describeApi } from './describe-api.ts'
import { ProblemError, problemResponse } from './problems.ts'
import { type ApiToken, createTokenMatcher } from './token-matcher.ts'

export interface ApiDoorOptions extends Omit<AskGround, 'desk'> {
  readonly tokens: readonly ApiToken[]
  /** Null while the desk is not open. */
  readonly desk: () => ApiDesk | null
  readonly log: Log
}

/** Who asks, by the name of the token; and the desk, which is open. */
export interface ApiEnv {
  Variables: { client: string; desk: ApiDesk }
}

const MAX_BODY_BYTES = 65_536
const ALL = '/api/*'

/** The HTTP API for other systems. Whoever shows no token of ours is told so before anything else is looked at. */
export function createApiDoor(options: ApiDoorOptions): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({
    defaultHook: (result) => {
      if (!result.success) throw misfit(result.target, result.error)
    },
  })
  describeApi(app)
  letIn(app, options)
  answerReaders(app)
  answerRequests(app, options)
  app.all(ALL, () => {
    throw new ProblemError('not-found')
  })
  app.onError((error, c) => {
    if (error instanceof ProblemError) return problemResponse(error)
    if (error instanceof HTTPException) return problemResponse(noJson())
    const isAway = options.desk()?.isAway(error) ?? false
    options.log.error({ err: error, method: c.req.method }, 'A request at the API could not be answered')
    return problemResponse(new ProblemError(isAway ? 'not-open' : 'internal'))
  })
  return app
}

function letIn(app: OpenAPIHono<ApiEnv>, { tokens, desk }: ApiDoorOptions): void {
  const clientOf = createTokenMatcher(tokens)
  app.use(ALL, async (c, next) => {
    c.header('cache-control', 'no-store')
    // Before a byte of the body is read.
    const client = clientOf(c.req.header('authorization'))
    if (client === null) throw new ProblemError('unauthorized')
    const open = desk()
    if (open === null) throw new ProblemError('not-open')
    c.set('client', client)
    c.set('desk', open)
    if (c.req.method === 'POST' && !isJson(c.req.header('content-type'))) throw new ProblemError('not-json')
    if (c.req.raw.headers.has('transfer-encoding')) c.req.raw = asPlainRequest(c)
    await next()
  })
  app.use(
    ALL,
    bodyLimit({
      maxSize: MAX_BODY_BYTES,
      onError: () => {
        throw new ProblemError('too-large')
      },
    }),
  )
}

function isJson(contentType: string | undefined): boolean {
  return /^application\/json\s*(;|$)/i.test(contentType ?? '')
}

const PLACES: Readonly<Record<string, string>> = { json: 'body', param: 'path' }

/** Names the fields, and never what is in them. */
function misfit(target: string, error: z.core.$ZodError): ProblemError {
  const errors = error.issues.map(({ path, message }) => ({
    in: PLACES[target] ?? target,
    field: path.join('.'),
    problem: message,
  }))
  return new ProblemError('bad-request', {}, errors)
}

/** The parser's error is not told: it quotes what it read. */
function noJson(): ProblemError {
  return new ProblemError('bad-request', {}, [{ in: 'body', field: '', problem: 'Is no JSON' }])
}
