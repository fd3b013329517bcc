import type { Letter } from '../app/letter.ts'
import { describeRefusal, MAIL_IS_OFF } from '../app/mail-trouble.ts'
import { SEND_MAIL } from '../delivery/outgoing-call.ts'
import type { Clock, Log, Transport, TransportAnswer } from '../delivery/ports.ts'
import type { TextsFor } from '../texts/texts.ts'
import { composeLetter, type LetterGround } from './compose-letter.ts'
import { type FetchedFiles, type FetchFile, fetchFiles } from './fetch-files.ts'
import type { Mailer, SendResult } from './mailer.ts'
import { createServerLog, type TellOfServer } from './server-log.ts'

/** Telegram may be away for a moment; a letter that is older goes without the files that don't come. Milliseconds. */
const PATIENCE_MS = 10 * 60_000

export interface MailDoor extends LetterGround {
  readonly transport: Transport
  /** Null: the settings name no server any more. */
  readonly mailer: Mailer | null
  readonly textsFor: TextsFor
  readonly fetchFile: FetchFile
  readonly clock: Clock
  readonly log: Log
}

/** The transport with one method of ours beside Telegram's: {@link SEND_MAIL}. */
export function createMailDoor(door: MailDoor): Transport {
  const tellOfServer = createServerLog(door.log)
  return {
    call(method, payload, signal) {
      if (method !== SEND_MAIL) return door.transport.call(method, payload, signal)
      return door.mailer === null
        ? Promise.resolve(refusal(MAIL_IS_OFF))
        : mail(door, door.mailer, payload as Letter, tellOfServer, signal)
    },
  }
}

async function mail(
  door: MailDoor,
  mailer: Mailer,
  letter: Letter,
  tellOfServer: TellOfServer,
  signal?: AbortSignal,
): Promise<TransportAnswer> {
  const now = door.clock.now().getTime()
  if (letter.kind === 'code' && now >= Date.parse(letter.validUntil))
    return refusal('The code is no longer valid')
  const files = letter.kind === 'reply' ? letter.parts.flatMap(({ file }) => file ?? []) : []
  const fetched = await fetchFiles(door.fetchFile, files, signal)
  if (fetched.isAway && now - Date.parse(letter.at) < PATIENCE_MS)
    return { kind: 'not-sent', description: 'A file of the letter did not come' }
  const sent = await send(door, mailer, letter, fetched, signal)
  // Better without its files than not at all.
  const isHeavy = sent.kind === 'too-big' && fetched.attachments.length > 0
  const result = isHeavy ? await send(door, mailer, letter, withoutFiles(fetched), signal) : sent
  tellOfServer(result)
  return answerOf(result)
}

function send(
  door: MailDoor,
  mailer: Mailer,
  letter: Letter,
  { attachments, missing }: FetchedFiles,
  signal?: AbortSignal,
): Promise<SendResult> {
  const composed = composeLetter(door.textsFor(letter.language), letter, door, missing)
  const head = { to: letter.to, at: new Date(letter.at), attachments }
  return mailer.send({ ...composed, ...head, ...placeInThread(letter) }, signal)
}

/** The first letter of a ticket has an id that the others know. */
function placeInThread(letter: Letter): { readonly id: string; readonly follows: string | null } {
  if (letter.kind === 'code') return { id: letter.id, follows: null }
  const first = `ticket.${letter.ticketId}`
  return letter.kind === 'opened' ? { id: first, follows: null } : { id: letter.id, follows: first }
}

function withoutFiles({ attachments, missing }: FetchedFiles): FetchedFiles {
  const left = attachments.map(({ filename }) => filename)
  return { attachments: [], missing: [...missing, ...left], isAway: false }
}

/** Codes alone: what servers answer may hold the address. */
function answerOf(result: SendResult): TransportAnswer {
  switch (result.kind) {
    case 'taken':
      return { kind: 'ok', result: { found: { messageId: result.messageId } } }
    case 'refused':
    case 'sender':
      return refusal(describeRefusal(result.code))
    case 'too-big':
      return refusal(describeRefusal(TOO_BIG))
    case 'log-in':
      return { kind: 'not-sent', description: 'The mail server refuses the log-in' }
    case 'away':
      return { kind: 'not-sent', description: `The mail server took nothing (${result.why})` }
    case 'lost':
      return { kind: 'lost', description: `The mail server did not answer (${result.why})` }
    default:
      return result satisfies never
  }
}

const TOO_BIG = 552

function refusal(description: string): TransportAnswer {
  return { kind: 'error', code: 400, description, parameters: {} }
}
