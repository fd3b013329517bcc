import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { DISCARD_FILE, DOWNLOAD_FILE } from '../../src/delivery/outgoing-call.ts'
import type { TransportAnswer } from '../../src/delivery/ports.ts'
import { createDownloadDoor } from '../../src/files/download-door.ts'
import { FileError } from '../../src/files/file-error.ts'
import { createFileShelf, type FileShelf } from '../../src/files/file-shelf.ts'
import { createTestLog } from '../support/test-log.ts'

const TOKEN = '123456789:canary_canary_canary_canary_canary_'
const FILE = { file_id: 'id', file_unique_id: 'unique', size: null }
const MB = 1024 * 1024

interface Behind {
  /** What getFile is answered. */
  readonly getFile?: TransportAnswer
  readonly serve?: (response: ServerResponse) => void
  readonly shelf?: FileShelf
}

async function openDoor({ getFile, serve, shelf }: Behind = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'desk-files-'))
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    if (serve === undefined) response.end('a file')
    else serve(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    rmSync(dataDir, { recursive: true, force: true })
  })
  const calls: string[] = []
  const log = createTestLog()
  const door = createDownloadDoor({
    transport: {
      call: (method) => {
        calls.push(method)
        return Promise.resolve(getFile ?? { kind: 'ok', result: { file_path: 'documents/file 1.pdf' } })
      },
    },
    shelf: shelf ?? createFileShelf(dataDir),
    filesUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/file/bot${TOKEN}`,
    log,
  })
  const left = () =>
    readdirSync(dataDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
  return { door, asked, calls, log, left, download: (file: object = FILE) => door.call(DOWNLOAD_FILE, file) }
}

test('other methods pass by', async () => {
  const { door, calls, asked } = await openDoor()
  await door.call('sendMessage', {})
  expect([calls, asked]).toEqual([['sendMessage'], []])
})

test('a file is asked for by its id and fetched from where the answer says', async () => {
  const { download, asked, left } = await openDoor()
  expect(await download()).toMatchObject({ kind: 'ok', result: { file: { size: 6, mimeType: null } } })
  expect(asked).toEqual([`/file/bot${TOKEN}/documents/file%201.pdf`])
  expect(left()).toHaveLength(1)
})

test.each(['../../etc/passwd', '/etc/passwd', 'documents//x', 'documents/./x', '', '..', 7, undefined])(
  'a place like %j is not gone to',
  async (path) => {
    const { download, asked } = await openDoor({ getFile: { kind: 'ok', result: { file_path: path } } })
    expect(await download()).toMatchObject({ kind: 'error', code: 400 })
    expect(asked).toEqual([])
  },
)

test.each([
  ['by its message', { ...FILE, size: 21 * MB }, { file_path: 'a' }, 0],
  ['by getFile', FILE, { file_path: 'a', file_size: 21 * MB }, 0],
  ['by the bytes that come, whatever was announced', FILE, { file_path: 'a' }, 1],
])(
  'a file too big %s is refused for good',
  async (_, file, result, fetched) => {
    const serve = (response: ServerResponse) => {
      const chunk = Buffer.alloc(MB)
      const pour = () => {
        while (!response.destroyed && response.write(chunk)) {}
      }
      response.on('drain', pour)
      pour()
    }
    const { download, asked, left, log } = await openDoor({ getFile: { kind: 'ok', result }, serve })
    expect(await download(file)).toMatchObject({ kind: 'error', code: 400, description: /too big/ })
    expect(asked).toHaveLength(fetched)
    expect(left()).toEqual([])
    expect(log.lines).toMatchObject([{ level: 'warn', message: 'A file is not copied' }])
  },
  60_000,
)

test.each([5, 7])('a file of 6 bytes announced with %i is taken for lost', async (size) => {
  const getFile = { kind: 'ok', result: { file_path: 'a', file_size: size } } as const
  const { download, left } = await openDoor({ getFile })
  expect(await download()).toMatchObject({ kind: 'lost', description: `Of ${size} bytes of the file 6 came` })
  expect(left()).toEqual([])
})

test.each([
  [404, { kind: 'error', code: 400 }],
  [403, { kind: 'error', code: 400 }],
  [401, { kind: 'error', code: 401 }],
  [429, { kind: 'error', code: 429, parameters: { retry_after: 3 } }],
  [500, { kind: 'lost' }],
  [302, { kind: 'lost' }],
])('%i in place of the file means %j', async (status, meaning) => {
  const serve = (response: ServerResponse) =>
    response.writeHead(status, { 'retry-after': '3', location: '/elsewhere' }).end('{}')
  const { download, asked } = await openDoor({ serve })
  expect(await download()).toMatchObject(meaning)
  expect(asked).toHaveLength(1)
})

test('a file that Telegram can’t reach just now is asked for again, one it does not know is not', async () => {
  const error = (description: string) => ({ kind: 'error', code: 400, description, parameters: {} }) as const
  const later = await openDoor({
    getFile: error('Bad Request: wrong file_id or the file is temporarily unavailable'),
  })
  expect(await later.download()).toMatchObject({ kind: 'lost' })
  const never = await openDoor({ getFile: error('Bad Request: invalid file_id') })
  expect(await never.download()).toMatchObject({ kind: 'error', code: 400 })
})

test('a full disk is told once in a sentence, and once when there is room again', async () => {
  let isFull = true
  const shelf: FileShelf = {
    find: () => Promise.resolve(null),
    put: () =>
      isFull
        ? Promise.reject(new FileError({ kind: 'disk', code: 'ENOSPC' }))
        : Promise.resolve({ path: 'p', size: 6, sha256: 's', mimeType: null }),
    remove: () => Promise.resolve(),
    cleanUp: () => Promise.resolve(),
  }
  const { download, log } = await openDoor({ shelf })
  expect(await download()).toMatchObject({ kind: 'not-sent' })
  expect(await download()).toMatchObject({ kind: 'not-sent' })
  isFull = false
  expect(await download()).toMatchObject({ kind: 'ok' })
  expect(log.lines.map(({ message }) => message)).toEqual([
    'The disk that holds DATA_DIR is full: copies of files wait until there is room',
    'Copies of files are written again',
  ])
})

test('nothing that is answered or logged holds the token, whatever goes wrong', async () => {
  const broken = await openDoor({ serve: (response) => response.socket?.destroy() })
  const away = await openDoor({ serve: (response) => response.writeHead(404).end(TOKEN) })
  const told = [await broken.download(), await away.download(), broken.log.lines, away.log.lines]
  expect(told[0]).toMatchObject({ kind: 'lost' })
  expect(JSON.stringify(told)).not.toContain('canary')
})

test('a call that is given up ends the download and leaves nothing behind', async () => {
  const abort = new AbortController()
  const { door, asked, left } = await openDoor({
    serve: (response) => {
      response.write('half')
      setImmediate(() => abort.abort())
    },
  })
  expect(await door.call(DOWNLOAD_FILE, FILE, abort.signal)).toMatchObject({ kind: 'lost' })
  expect(asked).toHaveLength(1)
  expect(left()).toEqual([])
})

test('a copy is deleted when it is wanted no more, and gone is gone', async () => {
  const { door, download, left } = await openDoor()
  await download()
  expect(left()).toHaveLength(1)
  for (const _ of ['once', 'again'])
    expect(await door.call(DISCARD_FILE, { file_unique_id: 'unique' })).toEqual({ kind: 'ok', result: true })
  expect(left()).toEqual([])
})
