import { TicketError } from '../domain/errors.ts'
import type { RequestName } from './api-ports.ts'
import { createTicketOnRequest } from './create-ticket-on-request.ts'
import type { Desk } from './desk.ts'
import { moveTicketOnRequest, replyOnRequest } from './reply-on-request.ts'
import type { TicketFacts } from './ticket-facts.ts'

/** What became of a request; kept for whoever asks again. It holds no words of people. */
export type RequestOutcome =
  | { readonly kind: 'done'; readonly ticket: TicketFacts; readonly messageId?: string }
  | {
      readonly kind: 'refused'
      readonly code: RefusalCode
      readonly details?: Readonly<Record<string, string>>
    }
  /** Given up after several tries: nothing was done. */
  | { readonly kind: 'failed' }

export type RefusalCode =
  | 'customer-without-consent'
  | 'customer-leaving'
  | 'customer-banned'
  | 'category-unknown'
  | 'problem-unknown'
  | 'order-number-missing'
  | 'order-number-unreadable'
  | 'order-number-not-asked'
  | 'description-too-short'
  | 'ticket-not-found'
  | 'ticket-deleted'
  | 'transition-refused'

/** What is asked, as the event keeps it: checked before it was stored. */
export interface RequestData {
  readonly 'create-ticket': {
    readonly customerId: string
    readonly category: string
    readonly problem: string
    /** Null: the customer has none. Left out: it was not asked for. */
    readonly orderNumber?: string | null | undefined
    readonly description: string
  }
  readonly reply: { readonly client: string; readonly ticketId: string; readonly text: string }
  readonly 'change-status': {
    readonly client: string
    readonly ticketId: string
    readonly action: 'ask-customer' | 'resolve'
  }
}

const WORKERS: {
  readonly [Name in RequestName]: (desk: Desk, data: RequestData[Name]) => Promise<RequestOutcome>
} = {
  'create-ticket': createTicketOnRequest,
  reply: replyOnRequest,
  'change-status': moveTicketOnRequest,
}

/** Does what another system has asked for, and keeps the outcome in the same commit; nothing where it has one already. */
export async function workRequest(desk: Desk, id: string, data: unknown): Promise<void> {
  const request = await desk.stores.apiRequests.byId(id)
  if (request === null || request.outcome !== null) return
  // The name tells of what form the data is: only we have stored it.
  const work = WORKERS[request.name] as (desk: Desk, data: unknown) => Promise<RequestOutcome>
  const outcome = await work(desk, data).catch((error: unknown): RequestOutcome => {
    if (!(error instanceof TicketError) || error.code !== 'transition-refused') throw error
    return { kind: 'refused', code: error.code, details: error.details }
  })
  desk.stores.apiRequests.finish(id, JSON.stringify(outcome))
}

/** After the last try: whoever asked must not wait for ever. */
export async function giveUpRequest({ stores }: Pick<Desk, 'stores'>, id: string): Promise<void> {
  const request = await stores.apiRequests.byId(id)
  const outcome: RequestOutcome = { kind: 'failed' }
  if (request?.outcome === null) stores.apiRequests.finish(id, JSON.stringify(outcome))
}
