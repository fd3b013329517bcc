import type { RefusalCode } from '../../app/work-request.ts'

/** What goes wrong at the API, as RFC 9457 says it: https://www.rfc-editor.org/rfc/rfc9457 */

export type ProblemCode =
  | RefusalCode
  | 'bad-request'
  | 'unauthorized'
  | 'not-found'
  | 'request-not-found'
  | 'customer-unknown'
  | 'customer-ambiguous'
  | 'too-large'
  | 'not-json'
  | 'key-reused'
  | 'failed'
  | 'internal'
  | 'not-open'

type Details = Readonly<Record<string, string>>

interface Words {
  readonly status: 400 | 401 | 404 | 409 | 413 | 415 | 422 | 500 | 503
  readonly title: string
  /** What happened and what to do, in one sentence. */
  readonly detail: (details: Details) => string
}

const WORDS: Readonly<Record<ProblemCode, Words>> = {
  'bad-request': {
    status: 400,
    title: 'The request does not fit',
    detail: () => 'Mend what `errors` names and ask again.',
  },
  unauthorized: {
    status: 401,
    title: 'No valid token',
    detail: () => 'Send the secret of one of API_TOKENS as "Authorization: Bearer …".',
  },
  'not-found': { status: 404, title: 'No such address', detail: () => 'See /api/v1/openapi.json.' },
  'request-not-found': {
    status: 404,
    title: 'No such request',
    detail: () => 'Requests are kept for two days, and shown to whoever made them.',
  },
  'ticket-not-found': {
    status: 404,
    title: 'No such ticket',
    detail: () => 'There is no ticket with this number.',
  },
  'customer-unknown': {
    status: 422,
    title: 'No such customer',
    detail: () => 'Customers are known once they have opened the bot: send them its link.',
  },
  'customer-ambiguous': {
    status: 409,
    title: 'Several customers',
    detail: () => 'Several accounts have come with this shopCustomerId: name one by its telegramId.',
  },
  'customer-without-consent': {
    status: 409,
    title: 'No consent yet',
    detail: () => 'The customer has not agreed yet to their data being kept: they are asked in the bot.',
  },
  'customer-leaving': {
    status: 409,
    title: 'The customer leaves',
    detail: () => 'The customer has asked for their data to be deleted, so nothing is filed for them.',
  },
  'customer-banned': {
    status: 409,
    title: 'The customer is banned',
    detail: ({ until }) =>
      `The agents have banned the customer ${until === undefined ? 'without an end' : `until ${until}`}, so nothing is filed for them.`,
  },
  'category-unknown': {
    status: 422,
    title: 'No such category',
    detail: ({ category }) => `The catalogue has no category "${category}".`,
  },
  'problem-unknown': {
    status: 422,
    title: 'No such problem',
    detail: ({ problem }) => `The category has no problem "${problem}".`,
  },
  'order-number-missing': {
    status: 422,
    title: 'The order number is missing',
    detail: ({ example }) =>
      `This problem needs an orderNumber like ${example}, or null where the customer has none.`,
  },
  'order-number-unreadable': {
    status: 422,
    title: 'No order number',
    detail: ({ example }) => `The shop's order numbers look like ${example}.`,
  },
  'order-number-not-asked': {
    status: 422,
    title: 'No order number is asked for',
    detail: () => 'This problem is not about an order: leave orderNumber out.',
  },
  'description-too-short': {
    status: 422,
    title: 'The description is too short',
    detail: ({ least }) => `At least ${least} characters must be there to read.`,
  },
  'ticket-deleted': {
    status: 409,
    title: 'The ticket is deleted',
    detail: () => "The ticket's data was deleted: only its figures are left.",
  },
  'transition-refused': {
    status: 409,
    title: 'Not in this status',
    detail: ({ status }) => `The ticket is ${status}: that can't be done to it now.`,
  },
  'too-large': { status: 413, title: 'Too large', detail: () => 'A body has at most 64 KB.' },
  'not-json': {
    status: 415,
    title: 'No JSON',
    detail: () => 'Send the body with "Content-Type: application/json".',
  },
  'key-reused': {
    status: 422,
    title: 'The key is taken',
    detail: () => 'Something else was asked under this Idempotency-Key: take a new one.',
  },
  failed: {
    status: 500,
    title: 'It did not work',
    detail: () => 'Nothing was done, and the log says why: try again with a new Idempotency-Key.',
  },
  internal: {
    status: 500,
    title: 'Something is wrong here',
    detail: () => 'The log says what: try again with the same Idempotency-Key, then nothing is done twice.',
  },
  'not-open': {
    status: 503,
    title: 'Not at this moment',
    detail: () => 'Try again in some seconds, with the same Idempotency-Key.',
  },
}

/** One field that does not fit. */
export interface FieldError {
  /** `body`, `query`, `header` or `path`. */
  readonly in: string
  readonly field: string
  readonly problem: string
}

/** Ends a request with a problem. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly code: ProblemCode
  readonly details: Details
  readonly errors: readonly FieldError[]

  constructor(code: ProblemCode, details: Details = {}, errors: readonly FieldError[] = []) {
    super(`Refused: ${code}`)
    this.code = code
    this.details = details
    this.errors = errors
  }
}

export function problemResponse({ code, details, errors }: ProblemError): Response {
  const { status, title, detail } = WORDS[code]
  const body = { type: 'about:blank', title, status, code, detail: detail(details) }
  const headers = {
    'content-type': 'application/problem+json',
    ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    ...(status === 503 ? { 'retry-after': '2' } : {}),
  }
  const whole = errors.length === 0 ? body : { ...body, errors }
  return new Response(JSON.stringify(whole), { status, headers })
}
