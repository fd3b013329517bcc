import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type LocalFile, SEND_REPORT } from '../../src/delivery/outgoing-call.ts'
import type { TransportAnswer } from '../../src/delivery/ports.ts'
import { createReportDoor, type ReportDoor, type ReportToSend } from '../../src/files/report-door.ts'
import { createTestLog } from '../support/test-log.ts'

const OK: TransportAnswer = { kind: 'ok', result: { message_id: 7 } }
const PERSON = 5
const GROUP = -100
const REPORT: ReportToSend = {
  kind: 'made',
  file: { as: 'document', name: 'a.csv', parts: ['При', 'вет', Buffer.from('!')] },
  caption: 'Вот',
}

function openDoor(make: ReportDoor['make'], answers: Readonly<Record<string, TransportAnswer>> = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'desk-report-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const calls: { method: string; payload: Record<string, unknown>; content: string | null }[] = []
  const log = createTestLog()
  const door = createReportDoor({
    transport: {
      call: (method, payload) => {
        const given = payload as Record<string, unknown>
        const file = (given.document ?? given.photo) as LocalFile | undefined
        calls.push({ method, payload: given, content: file ? readFileSync(file.path, 'utf8') : null })
        return Promise.resolve(answers[method] ?? OK)
      },
    },
    dataDir,
    make,
    log,
  })
  const send = (chat_id: number) => door.call(SEND_REPORT, { chat_id, order: { report: 'csv' } })
  const left = () => (existsSync(join(dataDir, 'exports')) ? readdirSync(join(dataDir, 'exports')) : [])
  return { door, calls, log, send, left }
}

const made = (report: ReportToSend) => () => Promise.resolve(report)

test('other methods pass by', async () => {
  const { door, calls } = openDoor(made(REPORT))
  expect(await door.call('getFile', { file_id: 'a' })).toBe(OK)
  expect(calls).toEqual([{ method: 'getFile', payload: { file_id: 'a' }, content: null }])
})

test('a person sees that something comes, and gets it under its name; nothing is left behind', async () => {
  const { calls, send, left } = openDoor(made(REPORT))
  expect(await send(PERSON)).toBe(OK)
  expect(calls.map(({ method, content }) => [method, content])).toEqual([
    ['sendChatAction', null],
    ['sendDocument', 'Привет!'],
  ])
  expect(calls[1]?.payload).toMatchObject({ chat_id: 5, caption: 'Вот', document: { name: 'a.csv' } })
  expect(left()).toEqual([])
})

test('a group is spared the action', async () => {
  const { calls, send } = openDoor(made({ ...REPORT, file: { as: 'photo', name: 'a.png', parts: ['png'] } }))
  expect(await send(GROUP)).toBe(OK)
  expect(calls.map(({ method, content }) => [method, content])).toEqual([['sendPhoto', 'png']])
})

test('a report without a file is a message', async () => {
  const { calls, send } = openDoor(made({ ...REPORT, file: null }))
  await send(GROUP)
  expect(calls[0]).toMatchObject({ method: 'sendMessage', payload: { text: 'Вот', parse_mode: 'HTML' } })
})

test('for who can’t be written to nothing is made', async () => {
  const blocked: TransportAnswer = { kind: 'error', code: 403, description: 'Forbidden', parameters: {} }
  const { send } = openDoor(() => Promise.reject(new Error('made')), { sendChatAction: blocked })
  expect(await send(PERSON)).toBe(blocked)
})

test('what can’t be made is given up where somebody asked for it, and tried again where it comes by itself', async () => {
  const { send, left, log } = openDoor(() => Promise.reject(new Error('canary')))
  expect(await send(PERSON)).toMatchObject({ kind: 'error', code: 400 })
  expect(await send(GROUP)).toMatchObject({ kind: 'not-sent' })
  expect(left()).toEqual([])
  expect(JSON.stringify(log)).not.toContain('canary')
})

test('where there is nothing to make it of, or Telegram has no time, that is the answer', async () => {
  const busy = { kind: 'error', code: 429, description: 'Too Many', parameters: { retry_after: 3 } } as const
  expect(await openDoor(() => Promise.resolve({ kind: 'nobody' })).send(PERSON)).toMatchObject({ code: 400 })
  expect(await openDoor(() => Promise.resolve(busy)).send(PERSON)).toBe(busy)
})
