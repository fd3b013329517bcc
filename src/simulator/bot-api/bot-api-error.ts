export interface ErrorParameters {
  retry_after?: number
  migrate_to_chat_id?: number
}

/** An answer with `ok: false`, in the words of the real server (tdlib/telegram-bot-api, Client.cpp). */
export class BotApiError extends Error {
  readonly code: number
  readonly parameters: ErrorParameters | undefined

  constructor(code: number, description: string, parameters?: ErrorParameters) {
    super(description)
    this.name = 'BotApiError'
    this.code = code
    this.parameters = parameters
  }
}

/** 400: the server lowers the first letter of the reason unless the second is a capital or an underscore too. */
export function badRequest(reason: string, parameters?: ErrorParameters): BotApiError {
  const second = reason[1] ?? ''
  const keepsCase = second === '_' || /[A-Z]/.test(second)
  const words = keepsCase ? reason : reason.charAt(0).toLowerCase() + reason.slice(1)
  return new BotApiError(400, `Bad Request: ${words}`, parameters)
}

export function forbidden(reason: string): BotApiError {
  return new BotApiError(403, `Forbidden: ${reason}`)
}

export function conflict(reason: string): BotApiError {
  return new BotApiError(409, `Conflict: ${reason}`)
}

/** @param seconds how long the caller has to wait, whole seconds. */
export function tooManyRequests(seconds: number): BotApiError {
  return new BotApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds })
}
