import { mkdir, writeFile } from 'node:fs/promises'
import type { AddressInfo, Server } from 'node:net'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

/** A letter that the bot has mailed to somebody. */
export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The letter as a page. */
  readonly file: string
}

/** A mail server on this machine that takes everything but for {@link REFUSED} and delivers nothing. */
export interface LetterBox {
  /** For `SMTP_URL`. */
  readonly url: string
  /** Oldest first. */
  readonly letters: readonly Letter[]
  stop(): Promise<void>
}

/** How addresses begin that nobody has. */
export const REFUSED = 'nobody'

/** As much as is used of two development packages, smtp-server and mailparser. */
interface SmtpServer {
  readonly server: Server
  listen(port: number, host: string, listening: () => void): void
  on(event: 'error', failed: (error: Error) => void): void
  close(closed: () => void): void
}
interface SmtpServerOptions {
  readonly authOptional: boolean
  readonly disabledCommands: readonly string[]
  readonly disableReverseLookup: boolean
  onRcptTo(to: { readonly address: string }, session: Session, taken: (error?: Error) => void): void
  onData(stream: Readable, session: Session, taken: (error?: Error) => void): void
}
interface Session {
  readonly envelope: { readonly rcptTo: readonly { readonly address: string }[] }
}
interface ParsedMail {
  readonly subject?: string
  readonly text?: string
  readonly html?: string | false
}

/**
 * Not named where they are imported: the bot is compiled together with the demo, also where development packages are missing.
 */
const PACKAGES = { server: 'smtp-server', parser: 'mailparser' }

/** @param folder where letters are put as pages. @param onLetter hears of each */
export async function catchLetters(folder: string, onLetter: (letter: Letter) => void): Promise<LetterBox> {
  const { SMTPServer } = (await import(PACKAGES.server)) as {
    readonly SMTPServer: new (options: SmtpServerOptions) => SmtpServer
  }
  const { simpleParser } = (await import(PACKAGES.parser)) as {
    simpleParser(raw: Readable): Promise<ParsedMail>
  }
  const letters: Letter[] = []
  const take = async (stream: Readable, { envelope }: Session) => {
    const { subject = '', text = '', html } = await simpleParser(stream)
    const file = join(folder, `${letters.length + 1}.html`)
    await mkdir(folder, { recursive: true })
    await writeFile(file, html || `<!doctype html><meta charset="utf-8"><pre>${escapeHtml(text)}</pre>`)
    const letter = { to: envelope.rcptTo.map(({ address }) => address).join(', '), subject, text, file }
    letters.push(letter)
    onLetter(letter)
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onRcptTo: ({ address }, _, taken) => taken(address.startsWith(REFUSED) ? refusal() : undefined),
    onData: (stream, session, taken) => void take(stream, session).then(() => taken(), taken),
  })
  // A client that goes away in the middle is no error of ours.
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    stop: () => new Promise((resolve) => server.close(resolve)),
  }
}

/** https://www.rfc-editor.org/rfc/rfc5321#section-4.2.3 */
function refusal(): Error {
  return Object.assign(new Error('No such mailbox here'), { responseCode: 550 })
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
