import type { Config } from '../../config/config.ts'
import { type ServerTrouble, verifyServer } from '../../mail/verify-server.ts'
import { type Finding, fine, problem } from './finding.ts'

/** What is wrong, and the mend. */
const WORDS: Readonly<Record<ServerTrouble, (server: string) => readonly [string, string]>> = {
  'host-unknown': (server) => [
    `there is no host of the name in ${server}`,
    "correct the host in SMTP_URL; your mail provider's help names it",
  ],
  'connection-refused': (server) => [
    `nothing listens at ${server}`,
    'correct the port in SMTP_URL: smtps:// is mostly at 465, smtp:// at 587',
  ],
  'no-answer': (server) => [
    `${server} does not answer`,
    'check host and port of SMTP_URL, and that your hosting lets mail out: many close port 25',
  ],
  'log-in-refused': (server) => [
    `${server} refuses the log-in`,
    'correct user and password in SMTP_URL, with %40 for an @ in them; many providers want a password made for programs',
  ],
  'no-encryption': (server) => [
    `no encrypted connection with ${server} comes about`,
    'write smtps:// for a port that is encrypted from the start (465), smtp:// for the others',
  ],
  certificate: (server) => [
    `${server} shows a certificate that does not hold`,
    'write the host in SMTP_URL as the certificate names it, or have the certificate renewed',
  ],
  other: (server) => [
    `${server} answers, but not as a mail server that can be used`,
    "hold SMTP_URL against your mail provider's help",
  ],
}

/** Connects to the mail server as the bot would, and mails nothing. */
export async function checkMail(mail: Config['mail'], withinMs: number): Promise<Finding> {
  if (mail === null) return fine('mail', 'no mail server is set; customers are answered in Telegram')
  const trouble = await verifyServer(mail.url, withinMs)
  const server = serverOf(mail.url)
  if (trouble === null) return fine('mail', `${server} lets the bot in`)
  const [says, mend] = WORDS[trouble](server)
  return problem('mail', says, mend)
}

/** Without the log-in. */
function serverOf(url: string): string {
  return new URL(url).host
}
