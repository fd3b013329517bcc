import type { Log } from '../delivery/ports.ts'
import type { SendResult } from './mailer.ts'

export type TellOfServer = (result: SendResult) => void

/** What is the owner's to know of the mail server: said once when it begins, and once when it is over. No address, no answer of it. */
export function createServerLog(log: Log): TellOfServer {
  let said: 'well' | 'log-in' | 'sender' | 'away' = 'well'
  return (result) => {
    const state = stateOf(result)
    if (state === said) return
    said = state
    switch (state) {
      case 'well':
        log.info({}, 'Mail goes out again')
        return
      case 'log-in':
        log.error({}, 'The mail server refuses the log-in of SMTP_URL: mail waits until it is mended')
        return
      case 'sender':
        log.error({}, 'The mail server refuses the sender of MAIL_FROM: mail is given up')
        return
      case 'away':
        log.warn({}, 'The mail server takes nothing: mail waits until it does')
        return
      default:
        return state satisfies never
    }
  }
}

/** A letter that is refused or too big shows that the server is well. */
function stateOf({ kind }: SendResult): 'well' | 'log-in' | 'sender' | 'away' {
  if (kind === 'lost') return 'away'
  return kind === 'log-in' || kind === 'sender' || kind === 'away' ? kind : 'well'
}
