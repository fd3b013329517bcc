import { ODD_ORDERS } from './open-shop.ts'
import type { PlaygroundOptions } from './options.ts'

export interface Invitation extends PlaygroundOptions {
  readonly url: string
  readonly apiUrl: string
  /** Opens the API. */
  readonly apiSecret: string
  /** As the shop's site would have it. */
  readonly link: string
}

/** What is printed when all is open: where it is, and what to do first. */
export function invitation({ url, apiUrl, apiSecret, link, language, dataDir }: Invitation): string {
  const isRu = language === 'ru'
  const kept = dataDir === null ? 'Nothing is kept when you end it.' : `All of it is kept in ${dataDir}.`
  return `
  The playground is open:  ${url}

  1. Left, the customer's phone: press Start, «${isRu ? 'Новое обращение' : 'New ticket'}», and fill in the form.
  2. Right, the staff group: a topic with the ticket appears. Open it, take the ticket, write an answer.
  3. The side panel: more people, the clock (so that promises run out), faults, the log, stopping and killing the bot,
     its settings, its catalogue and the letters it has mailed.

  A link as the shop's site would have it, to be opened on a customer's phone:
  ${link}
  The shop knows every order but those that end in ${ODD_ORDERS.unknown}; ${ODD_ORDERS.foreign} is another customer's (if the form was opened by
  the link), about ${ODD_ORDERS.silent} it never answers.
  The bot's health is at ${apiUrl}/readyz, its numbers at ${apiUrl}/metrics, and for other programs:
  curl -H 'Authorization: Bearer ${apiSecret}' '${apiUrl}/api/v1/tickets'

  Ctrl-C ends it. ${kept}
`
}
