/** Refusals a person should read; each code has its text in both languages. */
export type TicketErrorCode =
  | 'ticket-not-found'
  | 'transition-refused'
  | 'urgent-not-allowed'
  | 'not-an-agent'
  | 'reopen-window-passed'
  | 'not-yours'
  | 'merge-itself'
  | 'merge-other-customer'
  | 'merge-into-ended'

export class TicketError extends Error {
  readonly code: TicketErrorCode
  readonly details: Readonly<Record<string, string>>

  constructor(code: TicketErrorCode, details: Readonly<Record<string, string>> = {}) {
    super(`Ticket refused: ${code}`)
    this.name = 'TicketError'
    this.code = code
    this.details = details
  }
}

/** A guarded row had moved on since it was read: the same work has to be done again on fresh data. */
export class StaleWriteError extends Error {
  constructor(what: string, options?: ErrorOptions) {
    super(`Stale write: ${what}`, options)
    this.name = 'StaleWriteError'
  }
}

/** Somebody who has to be asked can't be reached: the same work will do later, however often it takes. */
export class UnavailableError extends Error {
  constructor(what: string, options?: ErrorOptions) {
    super(`Unavailable: ${what}`, options)
    this.name = 'UnavailableError'
  }
}
