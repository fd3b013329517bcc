import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createDrivenClock } from '../../../src/simulator/clock.ts'
import type { Person } from '../../../src/simulator/driver/person.ts'
import { MAX_UPLOAD_BYTES, type UploadAnswer } from '../../../src/simulator/playground/act-protocol.ts'
import { ActRefusal } from '../../../src/simulator/playground/act-refusal.ts'
import { type Playground, startPlayground } from '../../../src/simulator/playground/start-playground.ts'
import { createUploads } from '../../../src/simulator/playground/uploads.ts'
import { type Simulator, startSimulator } from '../../../src/simulator/simulator.ts'
import { samplePdf, samplePng } from '../../../src/simulator/state/sample-files.ts'
import { call } from '../bot-side.ts'
import { act, done, refusalOf } from './page-side.ts'

let folder: string
let sim: Simulator
let playground: Playground
let anna: Person
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'page-'))
  sim = await startSimulator()
  playground = await startPlayground(sim, { pageFolder: folder })
  anna = sim.createUser({ firstName: 'Анна' })
})
afterEach(async () => {
  await playground.stop()
  await sim.stop()
  await rm(folder, { recursive: true })
})

interface Wanted {
  method?: string
  path: string
  headers?: Record<string, string>
  /** What is sent; the request is left open after it unless `ends`. */
  body?: Buffer | string
  ends?: boolean
}

/** As any program may ask, with headers that browsers and fetch would not let through. */
function ask({ method = 'GET', path, headers = {}, body, ends = true }: Wanted) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>(
    (resolve, reject) => {
      const asking = request(`${sim.url}${path}`, { method, headers }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => {
          const { statusCode: status = 0, headers: answered } = response
          resolve({ status, headers: answered, body: Buffer.concat(chunks).toString() })
          asking.destroy()
        })
      })
      asking.on('error', reject)
      if (body !== undefined) asking.write(body)
      if (ends) asking.end()
    },
  )
}

async function upload(bytes: Buffer, name: string, type: string): Promise<string> {
  const response = await fetch(`${sim.url}/playground/uploads?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: new Uint8Array(bytes),
  })
  const answer = (await response.json()) as UploadAnswer
  if (!answer.isOk) throw new ActRefusal(answer.refusal)
  return answer.uploadId
}

describe('the page', () => {
  test('that is not built says how to build it', async () => {
    const { status, body } = await ask({ path: '/' })
    expect(status).toBe(503)
    expect(body).toContain('npm run page')
  })

  test('comes with its assets, and nothing foreign may run in it', async () => {
    await mkdir(join(folder, 'assets'))
    await writeFile(join(folder, 'index.html'), '<p>page</p>')
    await writeFile(join(folder, 'assets', 'main-1a2b.js'), 'void 0')
    await writeFile(join(folder, 'secret.txt'), 'secret')
    const page = await ask({ path: '/' })
    expect(page).toMatchObject({ status: 200, body: '<p>page</p>' })
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
    })
    const policy = String(page.headers['content-security-policy'])
    expect(policy).toContain("default-src 'self'")
    expect(policy).not.toContain('unsafe')
    const asset = await ask({ path: '/assets/main-1a2b.js' })
    expect(asset).toMatchObject({ status: 200, body: 'void 0' })
    expect(asset.headers['content-type']).toContain('text/javascript')
    expect(asset.headers['cache-control']).toContain('immutable')
    for (const path of ['/assets/../secret.txt', '/assets/..%2fsecret.txt', '/assets/missing.js']) {
      expect((await ask({ path })).status).toBe(404)
    }
  })

  test('leaves the Bot API as it is', async () => {
    expect(await call(sim, 'getMe')).toMatchObject({ ok: true })
    expect(await ask({ path: '/nowhere' })).toMatchObject({
      status: 404,
      body: '{"ok":false,"error_code":404,"description":"Not Found"}',
    })
    expect((await ask({ path: `/bot${sim.token}/getMe`, headers: { host: 'api.example' } })).status).toBe(200)
  })
})

describe('another site', () => {
  const block = () => JSON.stringify({ do: 'block', personId: anna.id })
  const post = { method: 'POST', path: '/playground/acts' }

  test.each(['evil.example', '127.0.0.1.evil.example', '192.168.0.7'])(
    'under the name “%s” is refused',
    async (host) => {
      for (const path of ['/', '/playground/events', '/playground/files/x']) {
        expect(await ask({ path, headers: { host } })).toMatchObject({ status: 403 })
      }
      expect((await ask({ ...post, body: block(), headers: { host } })).status).toBe(403)
    },
  )

  test.each(['https://evil.example', 'null', 'http://localhost:1'])(
    'of origin %s may not act',
    async (origin) => {
      const answer = await ask({ ...post, body: block(), headers: { origin } })
      expect(answer.status).toBe(403)
      expect(JSON.parse(answer.body)).toEqual({ isOk: false, refusal: { reason: 'other-site' } })
      const { status } = await ask({ ...post, path: '/playground/uploads', body: 'x', headers: { origin } })
      expect(status).toBe(403)
    },
  )

  test('is told from this one by the port as well as the name', async () => {
    const { port } = new URL(sim.url)
    for (const name of ['localhost', '127.0.0.1', '[::1]']) {
      const headers = { host: `${name}:${port}`, origin: `http://${name}:${port}` }
      expect((await ask({ ...post, body: block(), headers })).status).toBe(200)
    }
  })
})

describe('an upload', () => {
  test('becomes a message whose file the page and the bot can get', async () => {
    const uploadId = await upload(samplePdf(), 'чек №1.pdf', 'application/pdf')
    const place = { chatId: anna.chatId }
    const actor = { as: 'person' as const, personId: anna.id }
    const items = [{ uploadId, kind: 'document' as const }]
    await done(sim, { do: 'send-files', actor, place, items, caption: 'the receipt' })
    const { document, caption } = anna.lastMessage() ?? {}
    expect(caption).toBe('the receipt')
    expect(document).toMatchObject({ file_name: 'чек №1.pdf', mime_type: 'application/pdf' })
    const served = await fetch(`${sim.url}/playground/files/${document?.file_id}`)
    expect(Buffer.from(await served.arrayBuffer())).toEqual(samplePdf())
    expect(await refusalOf(sim, { do: 'send-files', actor, place, items })).toEqual({ reason: 'upload-gone' })
  })

  test('that is too large is refused without being read', async () => {
    const path = '/playground/uploads?name=x'
    const headers = { 'content-length': String(MAX_UPLOAD_BYTES + 1) }
    const said = await ask({ method: 'POST', path, headers, body: 'a', ends: false })
    expect(said.status).toBe(413)
    expect(JSON.parse(said.body)).toEqual({
      isOk: false,
      refusal: { reason: 'upload-too-large', file: 'x', megabytes: 50 },
    })
    const chunked = { 'transfer-encoding': 'chunked' }
    const body = Buffer.alloc(MAX_UPLOAD_BYTES + 1)
    expect((await ask({ method: 'POST', path, headers: chunked, body, ends: false })).status).toBe(413)
  })

  test('that is empty is refused by its name', async () => {
    const answer = await ask({ method: 'POST', path: '/playground/uploads?name=a.pdf', body: '' })
    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.body)).toEqual({
      isOk: false,
      refusal: { reason: 'upload-empty', file: 'a.pdf' },
    })
  })

  test('is forgotten after ten minutes, or when 64 newer ones are there', () => {
    const clock = createDrivenClock()
    const uploads = createUploads(clock)
    const add = () => uploads.add({ name: 'x', mimeType: 'text/plain', bytes: Buffer.from('x') })
    const [first = '', second = ''] = Array.from({ length: 64 }, add)
    expect(uploads.find(first)).toBeDefined()
    add()
    expect(uploads.find(first)).toBeUndefined()
    expect(uploads.find(second)).toBeDefined()
    clock.advance(10 * 60_000)
    expect(uploads.find(second)).toBeUndefined()
  })
})

describe('a file', () => {
  const serve = async (mimeType: string, fileName: string) => {
    const { document } = anna.sendDocument({ mimeType, fileName, bytes: Buffer.from('<script>') })
    return ask({ path: `/playground/files/${document?.file_id}` })
  }

  test('is shown where it is a picture, and never changes', async () => {
    const { photo = [] } = anna.sendPhoto({ bytes: samplePng() })
    const { headers } = await ask({ path: `/playground/files/${photo.at(-1)?.file_id}` })
    expect(headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' })
    expect(headers['content-disposition']).toMatch(/^inline/)
    expect(headers['cache-control']).toContain('immutable')
  })

  test.each(['text/html', 'image/svg+xml', 'application/xhtml+xml', 'text/xml', 'TEXT/HTML'])(
    'of type %s is saved, not shown',
    async (type) => {
      const { headers } = await serve(type, 'x.html')
      expect(headers['content-disposition']).toMatch(/^attachment/)
      expect(headers['content-security-policy']).toContain('sandbox')
      expect(headers['x-content-type-options']).toBe('nosniff')
    },
  )

  test('cannot bring headers of its own', async () => {
    const { headers, status } = await serve('image/png\r\nset-cookie: a=b', 'a"\r\nset-cookie: a=b.png')
    expect(status).toBe(200)
    expect(headers).not.toHaveProperty('set-cookie')
    expect(headers['content-type']).toBe('application/octet-stream')
  })

  test('that nobody knows is not there', async () => {
    expect((await ask({ path: '/playground/files/none' })).status).toBe(404)
  })
})

test('what is no act is refused with what is wrong with it', async () => {
  const post = { method: 'POST', path: '/playground/acts' }
  for (const body of [
    '',
    'null',
    '{}',
    '{"do":"explode"}',
    '{"do":"block"}',
    '{"do":"block","personId":"1"}',
  ]) {
    const answer = await ask({ ...post, body })
    expect(answer.status).toBe(400)
    const refusal = { reason: 'no-act', detail: expect.stringMatching(/\.$/) }
    expect(JSON.parse(answer.body)).toEqual({ isOk: false, refusal })
  }
  expect((await ask({ ...post, body: 'x'.repeat(1024 * 1024 + 1) })).status).toBe(413)
  expect((await ask({ path: '/playground/acts' })).status).toBe(405)
  expect(await act(sim, { do: 'block', personId: 1 })).toEqual({
    isOk: false,
    refusal: { reason: 'no-person' },
  })
})
