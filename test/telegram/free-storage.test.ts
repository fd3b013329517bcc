import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createFreeStorage, type Pace } from '../../src/telegram/replay-logs/free-storage.ts'
import { openFreeStorageStandIn } from '../support/free-storage-stand-in.ts'
import { createTestLog } from '../support/test-log.ts'

const TOKEN = '123456789:canary_canary_canary_canary_canary_'
const PATIENT: Pace = { readMs: 20_000, writeMs: 20_000, pauseMs: 20_000 }

async function open(pace: Pace = PATIENT, withJwt = false) {
  const standIn = await openFreeStorageStandIn(TOKEN)
  const log = createTestLog()
  const jwt = withJwt ? standIn.issueJwt() : null
  const storage = createFreeStorage({ botToken: TOKEN, url: standIn.url, jwt, log, pace })
  return { standIn, log, storage }
}

test('keeps, gives back and deletes values, after one log-in for all that begin together', async () => {
  const { standIn, storage } = await open()
  await Promise.all(['a', 'b', 'c'].map((key) => storage.write(key, { is: key })))
  expect(await storage.read('b')).toEqual({ is: 'b' })
  await storage.remove('b')
  expect(await storage.read('b')).toBeUndefined()
  expect(standIn.tokens).toEqual([TOKEN])
})

test('a log-in that has expired is renewed with the token, and the call goes through', async () => {
  const { standIn, storage } = await open()
  standIn.trouble = 'forgetful'
  await storage.write('a', {})
  expect(await storage.read('a')).toEqual({})
  expect(standIn.tokens).toEqual([TOKEN, TOKEN])
})

test('a log-in of the owner’s that is refused fails the call, and the token stays at home', async () => {
  const { standIn, storage, log } = await open(PATIENT, true)
  standIn.trouble = 'forgetful'
  await storage.write('a', {})
  for (let n = 0; n < 3; n += 1) await expect(storage.read('a')).rejects.toThrow('FREE_STORAGE_JWT')
  expect(standIn.requests.filter((request) => request.includes('login'))).toEqual([])
  expect(log.lines).toMatchObject([{ level: 'warn', fields: { reason: 'does not accept FREE_STORAGE_JWT' } }])
})

test('an error of the service fails the call at once instead of being repeated for ever', async () => {
  const { standIn, storage } = await open()
  await storage.write('a', {})
  standIn.trouble = 'failing'
  const before = standIn.requests.length
  await expect(storage.read('a')).rejects.toThrow('answered 500')
  expect(standIn.requests.length - before).toBe(1)
})

test('after three failures in a row it is left alone for a while, then asked again', async () => {
  const { standIn, storage, log } = await open({ ...PATIENT, pauseMs: 50 })
  await storage.write('a', {})
  standIn.trouble = 'failing'
  const outcomes = Promise.allSettled([1, 2, 3].map(() => storage.read('a')))
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  const before = standIn.requests.length
  await expect(storage.read('a')).rejects.toThrow()
  expect(standIn.requests.length).toBe(before)
  standIn.trouble = null
  await expect.poll(() => storage.read('a').catch(() => null)).toEqual({})
  expect(log.lines.map(({ message }) => message)).toEqual([
    'The free storage fails: forms go on from their drafts',
    'The free storage works again',
  ])
})

test('a call that hangs ends in time and leaves nothing behind, be it the log-in or what comes after', async () => {
  const { standIn, storage } = await open({ readMs: 50, writeMs: 100, pauseMs: 1 })
  standIn.trouble = 'hanging'
  await expect(storage.read('a')).rejects.toThrow()
  await expect.poll(() => standIn.open()).toBe(0)
  standIn.trouble = null
  await expect
    .poll(() =>
      storage.write('a', {}).then(
        () => 'written',
        () => 'failed',
      ),
    )
    .toBe('written')
  standIn.trouble = 'hanging'
  await expect(storage.read('a')).rejects.toThrow()
  await expect(storage.remove('a')).rejects.toThrow()
  await expect.poll(() => standIn.open()).toBe(0)
})

test('while one call finds out whether the service is back, another waits no longer than its own time', async () => {
  const { standIn, storage } = await open({ readMs: 50, writeMs: 20_000, pauseMs: 1 })
  standIn.trouble = 'failing'
  await Promise.allSettled([1, 2, 3].map(() => storage.read('a')))
  standIn.trouble = 'hanging'
  // Calls within the pause are refused at once: the one that comes after it is the one that hangs.
  await expect
    .poll(() => {
      storage.write('a', {}).catch(() => undefined)
      return standIn.open()
    })
    .toBe(1)
  await expect(storage.read('a')).rejects.toThrow()
  expect(standIn.open()).toBe(1)
})

test.each([
  ['sends the bot elsewhere', (location: string) => ({ status: 307, headers: { location }, body: '' })],
  ['knows nobody, whoever logs in', () => ({ status: 401, headers: {}, body: '{}' })],
  ['answers with a page', () => ({ status: 200, headers: {}, body: '<html>Welcome</html>' })],
  ['answers without end', () => ({ status: 200, headers: {}, body: 'x'.repeat(200_000) })],
])('a service that %s fails the call, and gets the token once at most', async (_, answerOf) => {
  const elsewhere = await openFreeStorageStandIn(TOKEN)
  let asked = 0
  const server = createServer((request, response) => {
    asked += 1
    request.resume()
    const { status, headers, body } = answerOf(`${elsewhere.url}/login`)
    response.writeHead(status, headers).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const log = createTestLog()
  const storage = createFreeStorage({ botToken: TOKEN, url, jwt: null, log, pace: PATIENT })
  await expect(storage.read('a')).rejects.toThrow()
  expect(asked).toBe(1)
  expect(elsewhere.tokens).toEqual([])
  // What else the process fetches is not touched.
  expect([307, 401, 200]).toContain((await fetch(url, { redirect: 'manual' })).status)
})
