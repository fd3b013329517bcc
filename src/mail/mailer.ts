import type { Readable } from 'node:stream'
import { createTransport, type SendMailOptions } from 'nodemailer'
import type { ComposedLetter } from './compose-letter.ts'
import { readSmtpError, type SmtpTrouble } from './smtp-trouble.ts'

/** As many as there are queues of mail. */
const CONNECTIONS = 2
/** How long a server may take to let us in, and to answer. Milliseconds. */
const CONNECT_MS = 10_000
const GREETING_MS = 10_000
const ANSWER_MS = 60_000

export interface MailSettings {
  /** Of the server, with the log-in in it: never shown. */
  readonly url: string
  /** `support@shop.example` or `Shop <support@shop.example>`. */
  readonly from: string
}

export interface LetterToSend extends ComposedLetter {
  readonly to: string
  /** Without its brackets and domain. */
  readonly id: string
  /** Of the letter this one follows; null: it begins a thread. */
  readonly follows: string | null
  readonly at: Date
  readonly attachments: readonly {
    readonly filename: string
    readonly content: Buffer
    readonly contentType: string | null
  }[]
}

export type SendResult = { readonly kind: 'taken'; readonly messageId: string } | SmtpTrouble

/** The way to the mail server. */
export interface Mailer {
  /** @throws nothing: every end is a result */
  send(letter: LetterToSend, signal?: AbortSignal): Promise<SendResult>
  /** Lets go of idle connections; what is being sent is finished first. */
  close(): void
}

/** Connections are kept for a while, for the next letter. */
export function createMailer({ url, from }: MailSettings): Mailer {
  const sender = readSender(from)
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: CONNECTIONS,
    // The outbox tries again.
    maxRequeues: 0,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: GREETING_MS,
    socketTimeout: ANSWER_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const streams = new Map<string, Readable>()
  transport.use('stream', (mail, done) => {
    mail.message.processFunc((stream) => {
      streams.set(String(mail.data.messageId), stream)
      return stream
    })
    done()
  })
  return {
    async send(letter, signal) {
      const message = messageOf(letter, sender)
      const messageId = String(message.messageId)
      try {
        await transport.sendMail(signal === undefined ? message : { ...message, signal })
        return { kind: 'taken', messageId }
      } catch (error) {
        return readSmtpError(error, streams.get(messageId)?.readableDidRead ?? false)
      } finally {
        streams.delete(messageId)
      }
    },
    close: () => transport.close(),
  }
}

interface Sender {
  readonly name: string
  readonly address: string
}

function readSender(from: string): Sender {
  const [, name = '', address = from] = /^([^<]*)<([^>]*)>$/.exec(from) ?? []
  return { name: name.trim().replace(/^"(.*)"$/, '$1'), address: address.trim() }
}

/** Names and addresses go as fields of their own: nothing that people have written is read as an address, or as a header. */
function messageOf(letter: LetterToSend, sender: Sender): SendMailOptions {
  const domain = sender.address.slice(sender.address.lastIndexOf('@') + 1)
  const idOf = (id: string) => `<${id}@${domain}>`
  const { to, id, follows, at, subject, text, html, attachments } = letter
  return {
    from: { ...sender },
    replyTo: { ...sender },
    to: { name: '', address: to },
    envelope: { from: sender.address, to: [to] },
    messageId: idOf(id),
    ...(follows === null ? {} : { inReplyTo: idOf(follows), references: [idOf(follows)] }),
    date: at,
    subject,
    text,
    html,
    // No "out of office" comes back. https://www.rfc-editor.org/rfc/rfc3834#section-5
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    attachments: attachments.map(({ contentType, ...attachment }) => ({
      ...attachment,
      ...(contentType === null ? {} : { contentType }),
    })),
  }
}
