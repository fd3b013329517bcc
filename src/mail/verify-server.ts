import { createTransport } from 'nodemailer'

/** Why a mail server can't be used, as far as a look from outside tells. */
export type ServerTrouble =
  | 'host-unknown'
  | 'connection-refused'
  | 'no-answer'
  | 'log-in-refused'
  | 'no-encryption'
  | 'certificate'
  | 'other'

interface ConnectionError {
  readonly code?: string
  readonly originalCode?: string
  readonly message?: string
}

/** Connects, logs in and leaves again; nothing is mailed. @returns null: all is well. @throws nothing */
export async function verifyServer(url: string, withinMs: number): Promise<ServerTrouble | null> {
  const transport = createTransport({
    url,
    connectionTimeout: withinMs,
    greetingTimeout: withinMs,
    socketTimeout: withinMs,
    dnsTimeout: withinMs,
  })
  try {
    await transport.verify()
    return null
  } catch (error) {
    return troubleOf(error as ConnectionError)
  } finally {
    transport.close()
  }
}

/** Codes of Node's sockets and its TLS; nodemailer's own stand beside them. https://nodemailer.com/usage/#error-codes */
function troubleOf({ code = '', originalCode = '', message = '' }: ConnectionError): ServerTrouble {
  const codes = [code, originalCode]
  const isOneOf = (...names: string[]) => names.some((name) => codes.includes(name))
  if (isOneOf('EAUTH', 'ENOAUTH')) return 'log-in-refused'
  if (isOneOf('EDNS', 'ENOTFOUND', 'EAI_AGAIN')) return 'host-unknown'
  if (isOneOf('ECONNREFUSED')) return 'connection-refused'
  if (isOneOf('ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH')) return 'no-answer'
  if (/certificate|altnames|self.signed/i.test(message) || codes.some((each) => each.includes('CERT')))
    return 'certificate'
  if (isOneOf('ETLS', 'EPROTO') || codes.some((each) => each.startsWith('ERR_SSL'))) return 'no-encryption'
  return 'other'
}
