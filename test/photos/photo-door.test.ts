import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { LOOK_AT_PHOTO } from '../../src/delivery/outgoing-call.ts'
import type { TransportAnswer } from '../../src/delivery/ports.ts'
import { createPhotoDoor } from '../../src/photos/photo-door.ts'
import { createTestLog } from '../support/test-log.ts'

const TOKEN = '123456789:canary_canary_canary_canary_canary_'
const MB = 1024 * 1024
const UNKNOWN = { kind: 'ok', result: { found: { quality: 'unknown' } } }
let grey: Buffer
let black: Buffer

beforeAll(async () => {
  const plain = (background: string) =>
    sharp({ create: { width: 800, height: 600, channels: 3, background } })
  grey = await plain('#aaaaaa').jpeg().toBuffer()
  black = await plain('#080808').png().toBuffer()
})

interface Behind {
  readonly getFile?: TransportAnswer
  readonly serve?: (response: ServerResponse) => unknown
  readonly timeLimitMs?: number
}

async function openDoor({ getFile, serve, timeLimitMs = 5_000 }: Behind = {}) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    if (serve === undefined) response.end(grey)
    else serve(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const calls: string[] = []
  const log = createTestLog()
  const door = createPhotoDoor({
    transport: {
      call: (method) => {
        calls.push(method)
        return Promise.resolve(getFile ?? { kind: 'ok', result: { file_path: 'photos/file 1.jpg' } })
      },
    },
    filesUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/file/bot${TOKEN}`,
    log,
    timeLimitMs,
  })
  const look = (size: number | null = null, signal?: AbortSignal) =>
    door.call(LOOK_AT_PHOTO, { file_id: 'id', size }, signal)
  return { door, asked, calls, log, look }
}

const said = (quality: string) => ({ kind: 'ok', result: { found: { quality } } })

test('other methods pass by', async () => {
  const { door, calls, asked } = await openDoor()
  await door.call('sendMessage', {})
  expect([calls, asked]).toEqual([['sendMessage'], []])
})

test('a photo is fetched and judged', async () => {
  const light = await openDoor()
  expect(await light.look()).toEqual(said('fine'))
  expect(light.asked).toEqual([`/file/bot${TOKEN}/photos/file%201.jpg`])
  const dark = await openDoor({ serve: (response) => response.end(black) })
  expect(await dark.look()).toEqual(said('dark'))
})

const error = (code: number): TransportAnswer => ({ kind: 'error', code, description: 'no', parameters: {} })
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"><rect width="9" height="9"/></svg>'

test.each<[string, Behind]>([
  ['Telegram does not know', { getFile: error(400) }],
  ['Telegram can not give now', { getFile: error(500) }],
  ['no line leads to', { getFile: { kind: 'not-sent', description: 'no line' } }],
  ['lies outside', { getFile: { kind: 'ok', result: { file_path: '../../etc/passwd' } } }],
  ['is gone', { serve: (response) => response.writeHead(404).end() }],
  ['breaks off', { serve: (response) => response.write('half', () => response.socket?.destroy()) }],
  [
    'is half of what was announced',
    { getFile: { kind: 'ok', result: { file_path: 'a', file_size: 9 * MB } } },
  ],
  ['is no picture', { serve: (response) => response.end('words') }],
  ['is a drawing, which is a program', { serve: (response) => response.end(SVG) }],
  ['is a torn picture', { serve: (response) => response.end(grey.subarray(0, grey.length / 3)) }],
  ['does not come in time', { serve: () => undefined, timeLimitMs: 50 }],
])('of a photo that %s nothing is said, and it is not tried again', async (_, behind) => {
  const { look, log } = await openDoor(behind)
  expect(await look()).toEqual(UNKNOWN)
  expect(log.lines).toEqual([])
})

test('one that unpacks to more than any phone takes is not unpacked', async () => {
  const huge = await sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: '#fff' } })
    .png({ compressionLevel: 9 })
    .toBuffer()
  expect(huge.length).toBeLessThan(MB)
  const { look } = await openDoor({ serve: (response) => response.end(huge) })
  expect(await look()).toEqual(UNKNOWN)
})

test('one that is too big is not fetched, whatever tells so', async () => {
  const announced = await openDoor({
    getFile: { kind: 'ok', result: { file_path: 'a', file_size: 21 * MB } },
  })
  expect([await announced.look(), await announced.look(21 * MB)]).toEqual([UNKNOWN, UNKNOWN])
  expect(announced.asked).toEqual([])
})

test.each([401, 409, 429])('an answer of %i is about the bot: it is passed on', async (code) => {
  const { look } = await openDoor({ getFile: error(code) })
  expect(await look()).toMatchObject({ kind: 'error', code })
})

test('the end of the process ends the look', async () => {
  const stop = new AbortController()
  const { look } = await openDoor({
    serve: (response) => {
      response.write('half')
      setImmediate(() => stop.abort())
    },
  })
  expect(await look(null, stop.signal)).toEqual(UNKNOWN)
})
