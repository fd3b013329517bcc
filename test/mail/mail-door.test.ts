import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Letter } from '../../src/app/letter.ts'
import { SEND_MAIL } from '../../src/delivery/outgoing-call.ts'
import type { FetchFile } from '../../src/mail/fetch-files.ts'
import { createMailDoor } from '../../src/mail/mail-door.ts'
import { createMailer } from '../../src/mail/mailer.ts'
import { loadTexts } from '../../src/texts/texts.ts'
import { aCodeLetter, aFile, anOpeningLetter, aReplyLetter } from '../support/letters.ts'
import { type MailServer, startMailServer } from '../support/mail-server.ts'
import { createTestLog } from '../support/test-log.ts'

const MB = 1024 * 1024
const WRITTEN_AT = new Date('2026-11-02T09:00:00Z')

interface Behind {
  readonly server?: MailServer | null
  readonly from?: string
  readonly fetchFile?: FetchFile
  /** Minutes since the letter was written. */
  readonly later?: number
  readonly url?: string
}

const everyFile: FetchFile = () =>
  Promise.resolve({ kind: 'read', path: 'photos/file_1.jpg', bytes: Buffer.from('a photo') })

function openDoor({ server = null, from = 'Магазин <support@shop.example>', ...behind }: Behind) {
  const log = createTestLog()
  const url = behind.url ?? server?.url
  const mailer = url === undefined ? null : createMailer({ url, from })
  onTestFinished(() => mailer?.close())
  const passed: string[] = []
  const door = createMailDoor({
    transport: {
      call: (method) => {
        passed.push(method)
        return Promise.resolve({ kind: 'ok', result: true })
      },
    },
    mailer,
    textsFor: loadTexts(),
    timeZone: 'Europe/Moscow',
    bot: 'desk_bot',
    fetchFile: behind.fetchFile ?? everyFile,
    clock: {
      now: () => new Date(WRITTEN_AT.getTime() + (behind.later ?? 0) * 60_000),
      setTimer: () => () => undefined,
    },
    log,
  })
  return { door, log, passed, mail: (letter: Letter) => door.call(SEND_MAIL, letter) }
}

test('other methods pass by', async () => {
  const { door, passed } = openDoor({})
  await door.call('sendMessage', {})
  expect(passed).toEqual(['sendMessage'])
})

test('without a mail server a letter is refused for good', async () => {
  const { mail } = openDoor({})
  expect(await mail(anOpeningLetter())).toMatchObject({
    kind: 'error',
    code: 400,
    description: 'No mail server is set',
  })
})

describe('a letter that is taken', () => {
  test('is well-formed: both forms, Cyrillic in its head, where to answer, when it was written', async () => {
    const server = await startMailServer()
    const { mail } = openDoor({ server })
    const answer = await mail(anOpeningLetter())
    const [taken] = server.taken
    expect(answer).toEqual({ kind: 'ok', result: { found: { messageId: taken?.mail.messageId } } })
    expect(taken?.from).toBe('support@shop.example')
    expect(taken?.to).toEqual(['anna@mail.example'])
    expect(taken?.mail.subject).toBe('Обращение № 482-913: Курьер не приехал')
    expect(taken?.mail.from?.value).toEqual([{ address: 'support@shop.example', name: 'Магазин' }])
    expect(taken?.mail.replyTo?.value[0]?.address).toBe('support@shop.example')
    expect(taken?.mail.date).toEqual(WRITTEN_AT)
    expect(taken?.mail.headers.get('auto-submitted')).toBe('auto-generated')
    expect(taken?.raw).toMatch(/multipart\/alternative[\s\S]*text\/plain[\s\S]*text\/html/)
    // https://www.rfc-editor.org/rfc/rfc5322#section-2.1.1
    expect(Math.max(...(taken?.raw.split('\r\n') ?? []).map((line) => line.length))).toBeLessThanOrEqual(998)
  })

  test('stands in one thread with the ticket’s first, under an id that a repeated sending keeps', async () => {
    const server = await startMailServer()
    const { mail } = openDoor({ server })
    await mail(anOpeningLetter())
    for (let time = 0; time < 2; time += 1) await mail(aReplyLetter([{}], { id: 'call_2' }))
    const [opened, reply, again] = server.taken.map((taken) => taken.mail)
    expect(opened?.messageId).toBe('<ticket.ticket-1@shop.example>')
    expect(reply?.messageId).toBe('<call_2@shop.example>')
    expect(again?.messageId).toBe(reply?.messageId)
    expect([reply?.inReplyTo, reply?.references]).toEqual([opened?.messageId, opened?.messageId])
    expect([opened?.inReplyTo, opened?.references]).toEqual([undefined, undefined])
  })

  test('brings its files, under names that are no paths', async () => {
    const server = await startMailServer()
    const { mail } = openDoor({ server })
    await mail(aReplyLetter([{ file: aFile(null) }, { file: aFile('../../чек "1"\r\nBcc: x.pdf') }]))
    const files = server.taken[0]?.mail.attachments ?? []
    expect(files.map(({ filename }) => filename)).toEqual(['1.jpg', '.._.._чек "1"__Bcc: x.pdf'])
    expect(files[0]?.contentType).toBe('image/jpeg')
    expect(files.map(({ content }) => content.toString())).toEqual(['a photo', 'a photo'])
  })
})

describe('files that can not come along are named', () => {
  test('too big ones, which are not even asked for, and those that Telegram has no more', async () => {
    const server = await startMailServer()
    const asked: string[] = []
    const fetchFile: FetchFile = (fileId) => {
      asked.push(fileId)
      return Promise.resolve({ kind: 'gone' })
    }
    const { mail } = openDoor({ server, fetchFile })
    const big = aFile('видео.mp4', { size: 11 * MB, fileId: 'big' })
    await mail(aReplyLetter([{ file: big }, { file: aFile('чек.pdf', { fileId: 'gone' }) }]))
    expect(asked).toEqual(['gone'])
    expect(server.taken[0]?.mail.text).toMatch(/«видео\.mp4»[\s\S]*«чек\.pdf»/)
    expect(server.taken[0]?.mail.attachments).toEqual([])
  })

  test('all of them, where the server takes no letter so heavy', async () => {
    const server = await startMailServer({ size: 2 * MB })
    const fetchFile: FetchFile = () =>
      Promise.resolve({ kind: 'read', path: 'a.bin', bytes: Buffer.alloc(3 * MB) })
    const { mail } = openDoor({ server, fetchFile })
    expect(await mail(aReplyLetter([{ file: aFile('план.bin') }]))).toMatchObject({ kind: 'ok' })
    expect(server.taken[0]?.mail.text).toContain('«план.bin»')
  })

  test('after ten minutes in which Telegram did not bring them; until then the letter waits', async () => {
    const server = await startMailServer()
    const fetchFile: FetchFile = () => Promise.resolve({ kind: 'later' })
    const letter = aReplyLetter([{ file: aFile('чек.pdf') }])
    expect(await openDoor({ server, fetchFile, later: 9 }).mail(letter)).toMatchObject({ kind: 'not-sent' })
    expect(await openDoor({ server, fetchFile, later: 10 }).mail(letter)).toMatchObject({ kind: 'ok' })
    expect(server.taken.map(({ mail }) => mail.text?.includes('«чек.pdf»'))).toEqual([true])
  })
})

describe('what somebody writes', () => {
  test('is never read as a header or as an address', async () => {
    const server = await startMailServer()
    const nasty = fc.string({
      unit: fc.constantFrom('\r', '\n', ':', ' ', '<', '>', '@', ',', '"', 'B', 'c', 'ы', '=', '?', '\u2028'),
      maxLength: 40,
    })
    const { mail } = openDoor({ server })
    await fc.assert(
      fc.asyncProperty(nasty, async (words) => {
        const typed = `x\r\nBcc: evil@mail.example\r\n\r\n${words}`
        await mail(aReplyLetter([{ words: { text: typed, entities: [] } }], { agent: typed, topic: typed }))
        const taken = server.taken.at(-1)
        expect(taken?.to).toEqual(['anna@mail.example'])
        expect(taken?.mail.bcc).toBeUndefined()
        expect(taken?.mail.to).toMatchObject({ value: [{ address: 'anna@mail.example' }] })
        const head = taken?.raw.slice(0, taken.raw.indexOf('\r\n\r\n')) ?? ''
        expect(head).not.toMatch(/^bcc:/im)
      }),
      { numRuns: 40 },
    )
  })
})

describe('a server that does not take it', () => {
  test.each([
    ['recipient', 550],
    ['data', 554],
    ['sender', 553],
  ] as const)('refuses the %s with %i: the end, told without what the server said', async (where, code) => {
    const server = await startMailServer()
    server.refuse(where, code, 'anna@mail.example is not known here')
    const { mail, log } = openDoor({ server })
    const answer = await mail(anOpeningLetter())
    expect(answer).toMatchObject({
      kind: 'error',
      code: 400,
      description: `The mail server refused the letter (${code})`,
    })
    expect(JSON.stringify([answer, log])).not.toContain('anna@')
  })

  test.each([
    ['recipient', 450],
    ['data', 451],
    ['sender', 421],
    ['recipient', 421],
  ] as const)('puts it off with %s %i: it was surely not taken', async (where, code) => {
    const server = await startMailServer()
    server.refuse(where, code)
    expect(await openDoor({ server }).mail(anOpeningLetter())).toMatchObject({ kind: 'not-sent' })
  })

  test('is away: surely not taken', async () => {
    const server = await startMailServer()
    await server.goAway()
    expect(await openDoor({ server }).mail(anOpeningLetter())).toMatchObject({ kind: 'not-sent' })
  })

  test('breaks off before the letter: surely not taken; after it: perhaps', async () => {
    const broken = await startMailServer({ onConnect: (_session, next) => next(new Error('Not now')) })
    expect(await openDoor({ server: broken }).mail(anOpeningLetter())).toMatchObject({ kind: 'not-sent' })
    const server = await startMailServer()
    server.loseAnswers(1)
    expect(await openDoor({ server }).mail(anOpeningLetter())).toMatchObject({ kind: 'lost' })
    expect(server.taken).toHaveLength(1)
  })

  test('refuses the log-in: it waits, and the owner reads of it once', async () => {
    const server = await startMailServer()
    server.refuse('log-in', 535, 'canary-password is wrong')
    const { mail, log } = openDoor({ server, url: server.url.replace('//', '//shop:canary-password@') })
    expect(await mail(anOpeningLetter())).toMatchObject({ kind: 'not-sent' })
    expect(await mail(anOpeningLetter())).toMatchObject({ kind: 'not-sent' })
    server.refuse('log-in', null)
    expect(await mail(anOpeningLetter())).toMatchObject({ kind: 'ok' })
    const lines = JSON.stringify(log)
    expect(lines.match(/refuses the log-in/g)).toHaveLength(1)
    expect(lines.match(/goes out again/g)).toHaveLength(1)
    expect(lines).not.toContain('canary')
  })

  test('a code is not mailed when it is of no use any more', async () => {
    const server = await startMailServer()
    const { mail } = openDoor({ server, later: 15 })
    expect(await mail(aCodeLetter())).toMatchObject({ kind: 'error', code: 400 })
    expect(server.taken).toEqual([])
  })
})
