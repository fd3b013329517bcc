import { expect, onTestFinished, test } from 'vitest'
import { createSystemClock } from '../../../src/delivery/system-clock.ts'
import { createApiDoor } from '../../../src/http/api/api-door.ts'
import { createHttpApp } from '../../../src/http/http-app.ts'
import { listen } from '../../../src/http/listen.ts'
import { NOT_OPEN } from '../../../src/http/readiness.ts'
import { createIds } from '../../../src/persistence/create-ids.ts'
import type { Database } from '../../../src/persistence/open-database.ts'
import { aCustomer, aTicket, claim, commitUnit } from '../../persistence/fixtures.ts'
import { aKey, callApi, SHOP_TOKEN } from '../../support/api-story.ts'
import { openTestDatabase } from '../../support/database.ts'
import { freePort } from '../../support/free-port.ts'
import { createTestLog } from '../../support/test-log.ts'

const LANE = 'private:5000000001'
const REPLIES = '/api/v1/tickets/123-456/replies'
const DONE = JSON.stringify({ kind: 'done', ticket: { number: '123-456' }, messageId: 'm1' })

/** The API before a database on which nobody works but the test: another process, as far as the API can tell. */
async function aDoorAlone(options: { readonly answerWithinMs?: number } = {}) {
  const database = await openTestDatabase()
  await commitUnit(database, (unit) => {
    unit.customers.save(aCustomer())
    unit.tickets.add(aTicket(), [])
  })
  const log = createTestLog()
  const woken: string[] = []
  const state = { isClosing: false, isOpen: true, trouble: null as 'away' | 'other' | null }
  const desk = {
    stores: database.stores,
    requests: {
      ...database.apiRequests,
      async byKey(client: string, key: string) {
        if (state.trouble !== null) throw new Error('The database does not answer')
        return await database.apiRequests.byKey(client, key)
      },
    },
    ids: createIds(),
    laneOfCustomer: (telegramId: number) => `private:${telegramId}`,
    wake: (lane: string) => void woken.push(lane),
    isAway: () => state.trouble === 'away',
  }
  const isClosing = () => state.isClosing
  const api = createApiDoor({
    tokens: [{ name: 'Shop', secret: SHOP_TOKEN }],
    desk: () => (state.isOpen ? desk : null),
    ...{ clock: createSystemClock(), log, isClosing },
    answerWithinMs: options.answerWithinMs ?? 10_000,
  })
  const port = await freePort()
  const app = createHttpApp({
    ...{ log, api: api as never, door: null, isClosing },
    readiness: async () => NOT_OPEN,
    metrics: async () => ({ text: '', contentType: 'text/plain' }),
  })
  const server = await listen(app, port, log)
  onTestFinished(() => server.stop())
  return { database, api: callApi(port), log, woken, state }
}

/** Works the head of the lane, elsewhere. */
async function finishElsewhere(database: Database, outcome: string): Promise<void> {
  const now = new Date()
  const lease = await claim(database, LANE, 'another process', now)
  const [event] = await database.inbox.head(LANE, now, 1)
  if (event?.body.kind !== 'request') throw new Error('Nothing was asked')
  const unit = database.beginUnit(event, lease, () => now)
  unit.apiRequests.finish(event.body.id, outcome)
  await unit.commit('done')
}

test('what another process has done is answered here', async () => {
  const { database, api, woken } = await aDoorAlone()
  const asked = api.post(REPLIES, { text: 'Привет' })
  await expect.poll(() => woken).toEqual([LANE])
  await finishElsewhere(database, DONE)
  expect(await asked).toMatchObject({ status: 201, body: { ticket: { number: '123-456' }, messageId: 'm1' } })
})

test('what takes longer is answered with 202, and can be asked for where Location says, by whoever asked', async () => {
  const { database, api } = await aDoorAlone({ answerWithinMs: 50 })
  const headers = { 'idempotency-key': aKey() }
  const asked = await api.post(REPLIES, { text: 'Привет' }, headers)
  expect(asked).toMatchObject({ status: 202, body: { request: expect.any(String) } })
  const location = asked.headers.get('location') ?? ''
  expect(location).toBe(`/api/v1/requests/${asked.body.request}`)
  expect(await api.get(location)).toMatchObject({ status: 202, body: asked.body })
  expect(await api.post(REPLIES, { text: 'Привет' }, headers)).toMatchObject({
    status: 202,
    body: asked.body,
  })
  expect(await database.inbox.head(LANE, new Date(), 10)).toHaveLength(1)
  await finishElsewhere(database, DONE)
  expect(await api.get(location)).toMatchObject({ status: 201, body: { messageId: 'm1' } })
  expect(await api.post(REPLIES, { text: 'Привет' }, headers)).toMatchObject({ status: 201 })
})

test('a request is shown to the system that made it alone', async () => {
  const { database, api } = await aDoorAlone()
  const request = {
    id: 'r1',
    client: 'CRM',
    key: 'k',
    fingerprint: 'f',
    name: 'reply',
    outcome: DONE,
  } as const
  await database.apiRequests.put({ ...request, createdAt: new Date() }, { lane: LANE, data: {} })
  expect(await api.get('/api/v1/requests/r1')).toMatchObject({
    status: 404,
    body: { code: 'request-not-found' },
  })
})

test('what was given up after all tries is told, and again to whoever asks again', async () => {
  const { database, api, woken } = await aDoorAlone()
  const headers = { 'idempotency-key': aKey() }
  const asked = api.post(REPLIES, { text: 'Привет' }, headers)
  await expect.poll(() => woken.length).toBe(1)
  await finishElsewhere(database, JSON.stringify({ kind: 'failed' }))
  for (const answer of [await asked, await api.post(REPLIES, { text: 'Привет' }, headers)])
    expect(answer).toMatchObject({ status: 500, body: { code: 'failed' } })
})

test('a desk that is closing keeps nobody waiting, one that is not open yet lets nobody in', async () => {
  const { api, state } = await aDoorAlone()
  state.isClosing = true
  expect((await api.post(REPLIES, { text: 'Привет' })).status).toBe(202)
  state.isOpen = false
  const turned = await api.post(REPLIES, { text: 'Привет' })
  expect(turned).toMatchObject({ status: 503, body: { code: 'not-open' } })
  expect(turned.headers.get('retry-after')).toBe('2')
})

test('trouble with the database is no word about the caller, and holds no word of theirs', async () => {
  const { api, log, state } = await aDoorAlone()
  const answers = []
  for (const trouble of ['away', 'other'] as const) {
    state.trouble = trouble
    answers.push(await api.post(REPLIES, { text: 'канарейка' }))
  }
  expect(answers).toMatchObject([
    { status: 503, body: { code: 'not-open' } },
    { status: 500, body: { code: 'internal', detail: expect.stringContaining('same Idempotency-Key') } },
  ])
  expect(log.lines).toHaveLength(2)
  expect(JSON.stringify([answers, log.lines])).not.toContain('канарейка')
})
