import { expect, test } from 'vitest'
import type { Attachment, TicketEvent, TicketEventKind } from '../../src/domain/ticket-message.ts'
import type { FetchPhoto } from '../../src/reports/report-deps.ts'
import { makeTranscript } from '../../src/reports/transcript.ts'
import { loadTexts } from '../../src/texts/texts.ts'
import { CATALOG } from '../domain/builders.ts'
import { aCustomer, anAttachment, aTicket, commitUnit, NOON } from '../persistence/fixtures.ts'
import { openTestDatabase } from '../support/database.ts'
import { createTestLog } from '../support/test-log.ts'

const MB = 1024 * 1024

async function transcriptOf(
  files: readonly Partial<Attachment>[],
  fetchPhoto: FetchPhoto,
  ticket: Parameters<typeof aTicket>[0] = {},
  events: readonly TicketEvent[] = [],
) {
  const database = await openTestDatabase()
  await commitUnit(database, (unit) => {
    unit.customers.save(aCustomer())
    const attachments = files.map((file, position) =>
      anAttachment({
        id: `a${position}`,
        position,
        fileId: `f${position}`,
        fileUniqueId: `u${position}`,
        ...file,
      }),
    )
    unit.tickets.add(aTicket(ticket), attachments)
    for (const event of events) unit.events.add(event)
  })
  const made = await makeTranscript(
    {
      ...{ stores: database.stores, t: loadTexts()('en'), catalog: CATALOG, timeZone: 'Europe/Moscow' },
      ...{ now: () => NOON, log: createTestLog(), fetchPhoto },
    },
    'ticket-1',
  )
  return 'file' in made
    ? { page: (made.file?.parts ?? []).join(''), caption: made.caption }
    : { answer: made, page: '', caption: '' }
}

const aPhotoOf = (bytes: number) =>
  ({ kind: 'photo', bytes: Buffer.alloc(bytes), mimeType: 'image/jpeg' }) as const

test('photos that have no room left are named, a smaller one behind them still goes in', async () => {
  // As they stand in the page, each byte takes a third more.
  const sizes: Readonly<Record<string, number>> = { f0: 20 * MB, f1: 20 * MB, f2: MB }
  const { page, caption } = await transcriptOf([{}, {}, {}], ({ fileId }) =>
    Promise.resolve(aPhotoOf(sizes[fileId] ?? 0)),
  )
  expect(page.match(/<img /g)).toHaveLength(2)
  expect(page.match(/Left out: the transcript would be larger/g)).toHaveLength(1)
  expect(page.length).toBeLessThan(46 * MB)
  expect(caption).toContain('1 file was left out')
}, 30_000)

test.each([
  ['gone', 'Telegram does not have the file any more.'],
  ['too-big', 'files of up to 20 MB'],
  ['unavailable', 'did not give the file just now'],
  ['unreadable', 'could not be opened'],
] as const)('a photo that is %s is named with the reason', async (kind, words) => {
  const { page, caption } = await transcriptOf([{}, {}], () => Promise.resolve({ kind }))
  expect(page.split(words)).toHaveLength(3)
  expect(caption).toContain('2 files were left out')
})

test('a receipt as PDF is named, and not fetched; its name is words alone', async () => {
  const file = { kind: 'document', mimeType: 'application/pdf', fileName: '<b>\u202ereceipt.pdf' } as const
  const { page } = await transcriptOf([file], () => Promise.reject(new Error('fetched')))
  expect(page).toContain('&lt;b&gt;receipt.pdf. The file stays in the ticket&#39;s topic.')
})

test('the same photo twice is fetched once', async () => {
  let fetched = 0
  const { page } = await transcriptOf([{ fileUniqueId: 'u' }, { fileUniqueId: 'u' }], () => {
    fetched += 1
    return Promise.resolve(aPhotoOf(10))
  })
  expect([fetched, page.match(/<img /g)?.length]).toEqual([1, 2])
})

test('while Telegram has no time for files at all, the whole is made later', async () => {
  const answer = {
    kind: 'error',
    code: 429,
    description: 'Too Many',
    parameters: { retry_after: 3 },
  } as const
  const made = await transcriptOf([{}], () => Promise.resolve({ kind: 'later', answer }))
  expect(made.answer).toBe(answer)
})

test('of a ticket whose words were deleted there is none', async () => {
  const made = await transcriptOf([], () => Promise.reject(new Error('fetched')), { strippedAt: NOON })
  expect(made.answer).toEqual({ kind: 'nobody' })
})

test('what was done with the ticket stands between the messages, in words', async () => {
  const event = (kind: TicketEventKind, before: string | null, after: string | null, minute: number) => {
    const at = new Date(NOON.getTime() + minute * 60_000)
    return { id: `e${minute}`, ticketId: 'ticket-1', kind, actor: 'system', before, after, at }
  }
  const { page } = await transcriptOf([], () => Promise.reject(new Error('fetched')), {}, [
    event('priority-changed', 'standard', 'urgent', 1),
    event('category-changed', 'delivery/late', 'gone/too', 2),
    event('transfer-reason', null, 'Ask <b>Vera</b>', 3),
    event('tagged', '', 'damaged', 4),
    event('took-in', null, 'nobody', 5),
    event('answers-crossed', 'agent-1', 'agent-2', 6),
    event('resent', 'message-1', null, 7),
  ])
  const words = [...page.matchAll(/<div class="e">(.*?) · /g)].map(([, found]) => found)
  expect(words).toEqual([
    'Priority standard → urgent',
    expect.stringMatching(/^Moved: .+ › .+ → gone › too$/),
    'Handed over: Ask &lt;b&gt;Vera&lt;/b&gt;',
    'Tags — → damaged',
    '№ — was merged into this one',
    expect.stringContaining('Two answered at once: first '),
    'Message sent once more',
  ])
})
