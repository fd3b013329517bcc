/** What the handlers' client is given for a network: a handler that calls Telegram breaks the one rule the rails stand on. */
export function forbiddenFetch(): Promise<never> {
  return Promise.reject(new Error('Handlers make no calls: put an outgoing call into the unit'))
}
