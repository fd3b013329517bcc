import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { onTestFinished } from 'vitest'

export interface TakenMail {
  readonly to: readonly string[]
  readonly from: string
  /** As it came over the wire. */
  readonly raw: string
  readonly mail: ParsedMail
}

/** A real SMTP server on this machine. */
export interface MailServer {
  readonly url: string
  /** What it has taken, oldest first. */
  readonly taken: readonly TakenMail[]
  /** Letters of one address. */
  to(address: string): readonly TakenMail[]
  /** Answers with a code instead of taking; null: it takes again. */
  refuse(where: 'recipient' | 'sender' | 'data' | 'log-in', code: number | null, words?: string): void
  /** Takes letters, and then breaks the connection instead of answering. */
  loseAnswers(times: number): void
  /** Nobody listens any more. */
  goAway(): Promise<void>
  /** On the same port. */
  comeBack(): Promise<void>
}

export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const taken: TakenMail[] = []
  const refusals = new Map<string, Error & { responseCode: number }>()
  let lost = 0
  let server: SMTPServer | null = null
  let port = 0
  const answer = (where: string, next: (error?: Error | null) => void) => next(refusals.get(where) ?? null)

  const open = () =>
    new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      logger: false,
      disableReverseLookup: true,
      closeTimeout: 100,
      onAuth({ username }, _session, next) {
        const refused = refusals.get('log-in')
        if (refused) next(refused)
        else next(null, { user: username ?? '' })
      },
      onMailFrom: (_address, _session, next) => answer('sender', next),
      onRcptTo: (_address, _session, next) => answer('recipient', next),
      onData(stream, session, next) {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          const tooBig = stream.sizeExceeded
            ? Object.assign(new Error('Too big'), { responseCode: 552 })
            : undefined
          const refused = refusals.get('data') ?? tooBig
          if (refused) return next(refused)
          const raw = Buffer.concat(chunks)
          const { mailFrom, rcptTo } = session.envelope
          void simpleParser(raw).then((mail) => {
            taken.push({
              to: rcptTo.map(({ address }) => address),
              from: mailFrom ? mailFrom.address : '',
              raw: raw.toString('utf8'),
              mail,
            })
            if (lost === 0) return next()
            lost -= 1
            for (const connection of server?.connections ?? []) connection.close()
          })
        })
      },
      ...options,
    })

  async function comeBack(): Promise<void> {
    const fresh = open()
    // A client that goes away in the middle is no error of ours.
    fresh.on('error', () => undefined)
    await new Promise<void>((resolve) => void fresh.listen(port, '127.0.0.1', () => resolve()))
    port = (fresh.server.address() as AddressInfo).port
    server = fresh
  }

  async function goAway(): Promise<void> {
    const closing = server
    server = null
    if (closing !== null) await new Promise<void>((resolve) => closing.close(() => resolve()))
  }

  await comeBack()
  onTestFinished(goAway)
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    to: (address) => taken.filter(({ to }) => to.includes(address)),
    refuse(where, code, words = 'No') {
      if (code === null) refusals.delete(where)
      else refusals.set(where, Object.assign(new Error(words), { responseCode: code }))
    },
    loseAnswers(times) {
      lost = times
    },
    goAway,
    comeBack,
  }
}

/** The code in the newest letter to an address. */
export function codeMailedTo(server: MailServer, address: string): string {
  const code = /\b\d{6}\b/.exec(server.to(address).at(-1)?.mail.text ?? '')?.[0]
  if (code === undefined) throw new Error(`No code was mailed to ${address}`)
  return code
}
