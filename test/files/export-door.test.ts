import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, onTestFinished, test } from 'vitest'
import { LocalFile, SEND_EXPORT } from '../../src/delivery/outgoing-call.ts'
import type { TransportAnswer } from '../../src/delivery/ports.ts'
import {
  type CustomerExport,
  cleanUpExports,
  createExportDoor,
  type ExportedFile,
  type Fate,
} from '../../src/files/export-door.ts'
import { createFileShelf } from '../../src/files/file-shelf.ts'
import { createTestLog } from '../support/test-log.ts'

const MB = 1024 * 1024
const OK: TransportAnswer = { kind: 'ok', result: { message_id: 7 } }

interface Behind {
  readonly files?: readonly ExportedFile[]
  readonly getFile?: TransportAnswer
  readonly send?: TransportAnswer
  readonly read?: () => Promise<CustomerExport | null>
}

function aFile(fileUniqueId: string, size: number | null = null): ExportedFile {
  return { fileId: `id-${fileUniqueId}`, fileUniqueId, size, path: `files/${fileUniqueId}.bin` }
}

function openDoor({ files = [], getFile, send = OK, read }: Behind = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'desk-export-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const shelf = createFileShelf(dataDir)
  const sent: { payload: Record<string, unknown>; unpacked: Record<string, Uint8Array> }[] = []
  const log = createTestLog()
  const fateList: [string, Fate][] = []
  const door = createExportDoor({
    transport: {
      call: (method, payload) => {
        if (method === 'getFile') return Promise.resolve(getFile ?? { kind: 'lost', description: 'nothing' })
        const { document } = payload as { document: LocalFile }
        const unpacked = unzipSync(readFileSync(document.path))
        sent.push({ payload: payload as Record<string, unknown>, unpacked })
        return Promise.resolve(send)
      },
    },
    shelf,
    filesUrl: 'http://127.0.0.1:9/file/bot',
    dataDir,
    log,
    read:
      read ??
      (() =>
        Promise.resolve({
          name: 'my-data.zip',
          files,
          describe: (fates) => {
            fateList.push(...fates)
            return { documents: [{ path: 'index.html', text: 'Привет' }], caption: 'Вот' }
          },
        })),
  })
  const left = () => (existsSync(join(dataDir, 'exports')) ? readdirSync(join(dataDir, 'exports')) : [])
  const order = () => door.call(SEND_EXPORT, { chat_id: 5, customer_id: 'c' })
  return { door, shelf, sent, log, fateList, left, order, dataDir }
}

async function* bytes(content: Uint8Array) {
  yield content
}

test('other methods pass by', async () => {
  const { door } = openDoor({ getFile: OK })
  expect(await door.call('getFile', {})).toBe(OK)
})

test('an archive is made, sent under its name, and leaves nothing behind', async () => {
  const { shelf, order, sent, left } = openDoor({ files: [aFile('kept')] })
  const content = Buffer.from('a photo')
  await shelf.put('kept', bytes(content), { size: null, atMost: MB })
  expect(await order()).toBe(OK)
  expect(sent[0]?.payload).toMatchObject({ chat_id: 5, caption: 'Вот', document: { name: 'my-data.zip' } })
  const { 'files/kept.bin': photo = new Uint8Array(), 'index.html': page = new Uint8Array() } =
    sent[0]?.unpacked ?? {}
  expect([Buffer.from(photo), strFromU8(page)]).toEqual([content, 'Привет'])
  expect(left()).toEqual([])
})

test.each([
  ['too big for a bot', aFile('big', 21 * MB), undefined, 'too-big'],
  [
    'gone',
    aFile('gone'),
    { kind: 'error', code: 400, description: 'invalid file_id', parameters: {} },
    'gone',
  ],
  ['not given', aFile('slow'), { kind: 'lost', description: 'no answer' }, 'unavailable'],
  ['not to be fetched', aFile('far'), { kind: 'ok', result: { file_path: 'a' } }, 'unavailable'],
] as const)('a file that is %s is left out with the reason', async (_, file, getFile, fate) => {
  const { order, fateList, sent } = openDoor({ files: [file], ...(getFile && { getFile }) })
  expect(await order()).toBe(OK)
  expect(fateList).toEqual([[file.path, fate]])
  expect(Object.keys(sent[0]?.unpacked ?? {})).toEqual(['index.html'])
})

test('the archive stays below what Telegram takes: whatever has no room is left out, the smaller ones go', async () => {
  const names = ['a', 'b', 'c', 'd']
  const { shelf, order, fateList, sent } = openDoor({ files: names.map((name) => aFile(name)) })
  for (const name of names)
    await shelf.put(name, bytes(Buffer.alloc(name === 'd' ? MB : 20 * MB, name)), {
      size: null,
      atMost: 20 * MB,
    })
  expect(await order()).toBe(OK)
  expect(fateList.map(([, fate]) => fate)).toEqual(['there', 'there', 'no-room', 'there'])
  const { document } = sent[0]?.payload ?? {}
  expect(document).toBeInstanceOf(LocalFile)
}, 30_000)

test.each([
  { kind: 'error', code: 429, description: 'Too Many Requests', parameters: { retry_after: 3 } },
  { kind: 'not-sent', description: 'ECONNREFUSED' },
] as const)(
  'while Telegram has no time for files ($kind) the whole is tried again later',
  async (getFile) => {
    const { order, sent, left } = openDoor({ files: [aFile('later')], getFile })
    expect(await order()).toEqual(getFile)
    expect([sent, left()]).toEqual([[], []])
  },
)

test('a refused archive leaves nothing behind either, and neither does one that could not be made', async () => {
  const refused = openDoor({ send: { kind: 'lost', description: 'no answer' } })
  expect(await refused.order()).toMatchObject({ kind: 'lost' })
  const broken = openDoor({ read: () => Promise.reject(new Error('canary')) })
  expect(await broken.order()).toMatchObject({ kind: 'not-sent' })
  expect(JSON.stringify(broken.log)).not.toContain('canary')
  expect([...refused.left(), ...broken.left()]).toEqual([])
})

test('of somebody who is not known any more nothing is made', async () => {
  const { order } = openDoor({ read: () => Promise.resolve(null) })
  expect(await order()).toMatchObject({ kind: 'error', code: 400 })
})

test('what a process that died has left is removed', async () => {
  const { dataDir, left } = openDoor()
  mkdirSync(join(dataDir, 'exports', 'export-x'), { recursive: true })
  writeFileSync(join(dataDir, 'exports', 'export-x', 'export.zip'), 'half')
  await cleanUpExports(dataDir)
  expect(left()).toEqual([])
})
