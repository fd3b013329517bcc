import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { QUEUES, queueOf } from '../../../src/delivery/outgoing-call.ts'
import type { Message } from '../../../src/simulator/bot-api/types.ts'
import { FILE_DOWNLOAD } from '../../../src/simulator/faults.ts'
import { samplePdf, samplePng } from '../../../src/simulator/state/sample-files.ts'
import { walkTo } from '../../support/customer-story.ts'
import { describeOnEachDatabase, placeTestDatabase, queryTestDatabase } from '../../support/database.ts'
import type { Shop } from '../../support/open-shop.ts'
import { openStaffStory, type StaffStory } from '../../support/staff-story.ts'

// A desk a story, and most of its time is waiting for the machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

const DISK = { ATTACHMENTS: 'disk' }
const SOON = { firstMs: 20, maxMs: 100 }
const MB = 1024 * 1024
const COPY = /^attachments\/[0-9a-f]{2}\/[0-9a-f]{32}\.\w+$/

interface Row {
  readonly state: string
  readonly path: string | null
  readonly size: number
  readonly sha256: string | null
  readonly mimeType: string | null
}

async function rows(shop: Shop): Promise<readonly Row[]> {
  const found = await queryTestDatabase(
    shop.location,
    'SELECT state, path, size, sha256, "mimeType" FROM stored_files ORDER BY "changedAt", path',
  )
  return found.map((row) => ({ ...row, size: Number(row.size) }) as unknown as Row)
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** All that lies in the folder, below DATA_DIR. */
function filesOf({ location }: Shop): string[] {
  const folder = join(location.dataDir, 'attachments')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(location.dataDir.length + 1))
    .sort()
}

const contentOf = (shop: Shop, { path }: Row) => readFileSync(join(shop.location.dataDir, path ?? ''))
const downloads = (shop: Shop) => shop.sim.calls.filter(({ method }) => method === FILE_DOWNLOAD)

/** A ticket, and a file the customer has sent to it. */
async function withFile(story: StaffStory, bytes: Uint8Array, fileName = 'чек.pdf'): Promise<Row> {
  story.anna.sendDocument({ bytes, fileName })
  await story.shop.settled()
  const [row] = await rows(story.shop)
  if (row === undefined) throw new Error('No row')
  return row
}

describeOnEachDatabase('copies of files', (provider) => {
  const opened = async () => {
    const { url } = await placeTestDatabase(provider)
    return openStaffStory({
      photos: 2,
      env: DISK,
      backoff: SOON,
      ...(url === null ? {} : { databaseUrl: url }),
    })
  }

  test('of the form, of both sides’ messages and of notes are made, once for each file, under names of ours', async () => {
    const { shop, anna, agent, topic } = await opened()
    const [receipt, plan] = [samplePdf(), Buffer.from('a plan without magic')]
    anna.sendDocument({ bytes: receipt, fileName: '../../../../etc/passwd.pdf' })
    await shop.settled()
    agent.sendPhoto({ bytes: samplePng(), topic })
    agent.sendDocument({ bytes: plan, fileName: '..\\..\\plan.exe', caption: '// for us', topic })
    await shop.settled()
    const kept = await rows(shop)
    expect(kept.map(({ state }) => state)).toEqual(Array(5).fill('stored'))
    for (const row of kept) {
      expect(row.path).toMatch(COPY)
      const bytes = contentOf(shop, row)
      expect([row.size, row.sha256]).toEqual([bytes.length, sha256(bytes)])
    }
    expect(kept.map(({ mimeType }) => mimeType).sort()).toEqual([
      'application/pdf',
      'image/jpeg',
      'image/jpeg',
      'image/png',
      null,
    ])
    expect(kept.find(({ sha256: hash }) => hash === sha256(plan))?.path).toMatch(/\.bin$/)
    expect(filesOf(shop)).toEqual(kept.map(({ path }) => path).sort())
    expect(downloads(shop)).toHaveLength(5)
  })

  test('are not made twice when the same file comes again, from either side', async () => {
    const story = await opened()
    const { shop, anna, agent, topic } = story
    await withFile(story, samplePdf())
    const before = await rows(shop)
    const sent = anna.messages().findLast((message) => message.document !== undefined)
    const again = { fileId: sent?.document?.file_id ?? '' }
    anna.sendDocument(again)
    agent.sendDocument({ ...again, topic })
    await shop.settled()
    expect(await rows(shop)).toEqual(before)
    expect(downloads(shop)).toHaveLength(3)
  })
})

test('without ATTACHMENTS=disk nothing is copied', async () => {
  const { shop } = await openStaffStory({ photos: 1 })
  expect(await rows(shop)).toEqual([])
  expect(filesOf(shop)).toEqual([])
  expect(shop.sim.calls.some(({ method }) => method === 'getFile')).toBe(false)
})

test('a photo of a form that is never sent is not copied', async () => {
  const { shop } = await openStaffStory({ env: DISK })
  const boris = shop.customer('Борис')
  await walkTo(shop, boris, 'photos')
  boris.sendPhoto()
  await shop.settled()
  expect(await rows(shop)).toEqual([])
})

test('a file of 25 MB is known as too big without a call, and the conversation goes on', async () => {
  const story = await openStaffStory({ env: DISK })
  const { shop, oleg } = story
  const row = await withFile(story, Buffer.alloc(25 * MB), 'видео.mp4')
  expect(row).toMatchObject({ state: 'too-big', path: null, size: 25 * MB })
  expect(shop.sim.calls.some(({ method }) => method === 'getFile')).toBe(false)
  expect(story.inTopic().some((message) => message.document !== undefined)).toBe(true)
  expect(oleg.messages()).toEqual([])
})

test('20 MB are copied', async () => {
  const bytes = Buffer.alloc(20 * MB, 'ой')
  const story = await openStaffStory({ env: DISK })
  expect(await withFile(story, bytes)).toMatchObject({
    state: 'stored',
    size: 20 * MB,
    sha256: sha256(bytes),
  })
})

test.each(['misstated', 'truncated', 'error-500', 'html-502', 'close-before', 'flood'] as const)(
  'a download that ends in %s leaves nothing behind and is made again',
  async (kind) => {
    const story = await openStaffStory({ env: DISK, backoff: SOON })
    const fault = story.shop.sim.faults.add({ method: FILE_DOWNLOAD, kind, times: 2 })
    const row = await withFile(story, samplePdf())
    expect(fault.hits).toBe(2)
    expect(row).toMatchObject({ state: 'stored', sha256: sha256(samplePdf()) })
    expect(filesOf(story.shop)).toEqual([row.path])
  },
)

test('a file that Telegram has no more is recorded as gone; sent again it is tried again', async () => {
  const story = await openStaffStory({ env: DISK, mayBeRefused: true })
  const { shop, anna } = story
  const find = shop.sim.world.files.find
  shop.sim.world.files.find = () => undefined
  expect(await withFile(story, samplePdf())).toMatchObject({ state: 'gone', path: null })
  shop.sim.world.files.find = find
  const sent = anna.messages().findLast((message) => message.document !== undefined)
  anna.editCaption(sent?.message_id ?? 0, 'Вот он')
  await shop.settled()
  expect(await rows(shop)).toMatchObject([{ state: 'stored' }])
})

test('a disk that takes nothing holds back no message, and the copy is made when it does', async () => {
  const story = await openStaffStory({ env: DISK, backoff: SOON })
  const { shop, anna } = story
  const folder = join(shop.location.dataDir, 'attachments')
  rmSync(folder, { recursive: true, force: true })
  writeFileSync(folder, 'in the way')
  anna.sendDocument({ bytes: samplePdf() })
  anna.sendText('И ещё слово')
  await shop.sim.waitFor(() => story.inTopic().some((message) => message.text?.includes('И ещё слово')), {
    timeoutMs: 60_000,
  })
  expect(await rows(shop)).toMatchObject([{ state: 'wanted' }])
  const waitingForPeople = async () => (await shop.desk().database.watch.outbox()).private.depth
  await expect.poll(waitingForPeople, { message: 'a copy keeps nobody waiting' }).toBe(0)
  rmSync(folder)
  await shop.settled()
  expect(await rows(shop)).toMatchObject([{ state: 'stored' }])
})

test('a download that hangs holds back neither messages nor the other files', async () => {
  const story = await openStaffStory({ env: DISK })
  const { shop, anna } = story
  const fault = shop.sim.faults.add({ method: FILE_DOWNLOAD, kind: 'hang' })
  const queueOfFile = ({ document }: Message) => queueOf(QUEUES.files, document?.file_unique_id ?? '')
  const stuck = anna.sendDocument({ bytes: samplePdf() })
  await shop.sim.waitFor(() => fault.hits === 1, { timeoutMs: 60_000 })
  // Some wait behind it in its queue; of the others there are to be some.
  const others: Message[] = []
  const elsewhere = () => others.filter((sent) => queueOfFile(sent) !== queueOfFile(stuck))
  while (elsewhere().length < 3)
    others.push(anna.sendDocument({ bytes: samplePng(), fileName: `${others.length}.png` }))
  anna.sendText('Последнее слово')
  await shop.sim.waitFor(
    () =>
      story.inTopic().some((message) => message.text?.includes('Последнее слово')) &&
      downloads(shop).length >= elsewhere().length,
    { timeoutMs: 60_000 },
  )
  fault.release()
  await shop.settled()
  expect((await rows(shop)).map(({ state }) => state)).toEqual(Array(others.length + 1).fill('stored'))
})

test('what a process that died has left unfinished is removed at the start; what is whole stays', async () => {
  const story = await openStaffStory({ env: DISK })
  const { shop } = story
  const row = await withFile(story, samplePdf())
  const unfinished = join(shop.location.dataDir, 'attachments', 'unfinished')
  mkdirSync(unfinished, { recursive: true })
  writeFileSync(join(unfinished, 'half'), 'ha')
  await shop.restart()
  await expect.poll(() => filesOf(shop)).toEqual([row.path])
})

test('a process that died between the copy and its row finds the copy and fetches nothing again', async () => {
  const story = await openStaffStory({ env: DISK })
  const { shop } = story
  const row = await withFile(story, samplePdf())
  await queryTestDatabase(
    shop.location,
    `UPDATE stored_files SET state = 'wanted', path = NULL, sha256 = NULL`,
  )
  await queryTestDatabase(
    shop.location,
    `UPDATE outbox_calls SET status = 'sending', "settledAt" = NULL, payload = '{"file_id":"x","file_unique_id":"' ||
     (SELECT "fileUniqueId" FROM stored_files) || '"}', report = replace(report, '"data":null',
     '"data":{"kind":"file","fileUniqueId":"' || (SELECT "fileUniqueId" FROM stored_files) || '"}')
     WHERE method = 'downloadFile'`,
  )
  const before = downloads(shop).length
  await shop.restart()
  await shop.settled()
  expect(await rows(shop)).toEqual([row])
  expect(downloads(shop)).toHaveLength(before)
})
