import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, onTestFinished, test } from 'vitest'
import type { TransportAnswer } from '../../src/delivery/ports.ts'
import { fetchPhoto } from '../../src/photos/fetch-photo.ts'

const PHOTO = { fileId: 'f', fileUniqueId: 'u', size: null }
const GONE: TransportAnswer = { kind: 'error', code: 400, description: 'invalid file_id', parameters: {} }
const BUSY: TransportAnswer = { kind: 'error', code: 429, description: 'Too Many', parameters: {} }

/** Telegram has nothing; what there is lies on the disk. */
function sourceWith(copy: Buffer | null, answer: TransportAnswer = GONE) {
  const folder = mkdtempSync(join(tmpdir(), 'desk-photo-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'copy')
  if (copy !== null) writeFileSync(path, copy)
  return {
    transport: { call: () => Promise.resolve(answer) },
    filesUrl: 'http://127.0.0.1:9/file',
    findCopy: () => Promise.resolve(copy === null ? null : path),
  }
}

const draw = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: '#0072b2' } })

test('a copy on the disk is taken, made small, and given a ground where it was clear', async () => {
  const copy = await draw(2000, 1000).png().toBuffer()
  const fetched = await fetchPhoto(sourceWith(copy), PHOTO)
  if (fetched.kind !== 'photo') throw new Error(fetched.kind)
  const { width, height, format, hasAlpha } = await sharp(fetched.bytes).metadata()
  expect({ width, height, format, hasAlpha }).toEqual({
    width: 1280,
    height: 640,
    format: 'jpeg',
    hasAlpha: false,
  })
})

test('a small one stays as large as it is', async () => {
  const fetched = await fetchPhoto(sourceWith(await draw(40, 30).webp().toBuffer()), PHOTO)
  if (fetched.kind !== 'photo') throw new Error(fetched.kind)
  expect(await sharp(fetched.bytes).metadata()).toMatchObject({ width: 40, height: 30 })
})

test.each([
  ['words', Buffer.from('no photo')],
  ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
  ['half of a header', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
])('%s can’t be opened', async (_, bytes) => {
  expect(await fetchPhoto(sourceWith(bytes), PHOTO)).toEqual({ kind: 'unreadable' })
})

test('what Telegram does not have, does not give just now, or gives nobody is told apart', async () => {
  expect(await fetchPhoto(sourceWith(null), PHOTO)).toEqual({ kind: 'gone' })
  expect(await fetchPhoto(sourceWith(null, { kind: 'lost', description: '' }), PHOTO)).toEqual({
    kind: 'unavailable',
  })
  expect(await fetchPhoto(sourceWith(null, BUSY), PHOTO)).toEqual({ kind: 'later', answer: BUSY })
  expect(await fetchPhoto(sourceWith(null), { ...PHOTO, size: 21 * 2 ** 20 })).toEqual({ kind: 'too-big' })
})
