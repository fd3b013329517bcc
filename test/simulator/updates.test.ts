import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Update } from '../../src/simulator/bot-api/types.ts'
import { createDrivenClock } from '../../src/simulator/clock.ts'
import type { Person } from '../../src/simulator/driver/person.ts'
import { type Simulator, startSimulator } from '../../src/simulator/simulator.ts'
import { call, drain, kinds, ok, refusal } from './bot-side.ts'

let sim: Simulator
let anna: Person
const clock = createDrivenClock()
const DAY_MS = 24 * 60 * 60 * 1000
beforeEach(async () => {
  sim = await startSimulator({ clock })
  anna = sim.createUser({ firstName: 'Anna' })
})
afterEach(() => sim.stop())

const get = (params: Record<string, unknown> = {}) => ok<Update[]>(sim, 'getUpdates', params)
const texts = (updates: Update[]) => updates.map(({ message }) => (message as { text?: string })?.text)
const ids = (updates: Update[]) => updates.map(({ update_id }) => update_id)

describe('getUpdates', () => {
  test('what is not confirmed comes again, what is confirmed does not', async () => {
    anna.sendText('one')
    anna.sendText('two')
    const first = await get()
    expect(texts(first)).toEqual(['one', 'two'])
    expect(await get()).toEqual(first)
    const [one] = first
    expect(texts(await get({ offset: (one?.update_id ?? 0) + 1 }))).toEqual(['two'])
    expect(texts(await get())).toEqual(['two'])
  })

  test('a negative offset keeps only the newest and forgets the rest', async () => {
    for (const text of ['one', 'two', 'three']) anna.sendText(text)
    expect(texts(await get({ offset: -1 }))).toEqual(['three'])
    expect(texts(await get())).toEqual(['three'])
  })

  test('limit cuts the batch', async () => {
    for (const text of ['one', 'two', 'three']) anna.sendText(text)
    expect(texts(await get({ limit: 2 }))).toEqual(['one', 'two'])
  })

  test('a waiting call is answered at once when something comes, an album in one batch', async () => {
    const waiting = get({ timeout: 30 })
    await sim.waitFor(() => sim.world.updates.poll.isWaiting())
    anna.sendAlbum([{ kind: 'photo' }, { kind: 'photo' }])
    expect(await waiting).toHaveLength(2)
  })

  test('a waiting call comes back empty when its time is over', async () => {
    const waiting = get({ timeout: 30 })
    await sim.waitFor(() => sim.world.updates.poll.isWaiting())
    clock.advance(30_000)
    expect(await waiting).toEqual([])
  })

  test('a second poller ends the first with 409', async () => {
    const first = call(sim, 'getUpdates', { timeout: 30 })
    await sim.waitFor(() => sim.world.updates.poll.isWaiting())
    const second = get({ timeout: 30 })
    expect(await first).toEqual({
      ok: false,
      error_code: 409,
      description:
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    })
    anna.sendText('hello')
    expect(texts(await second)).toEqual(['hello'])
  })

  test('a revoked token ends the waiting call', async () => {
    const waiting = refusal(sim, 'getUpdates', { timeout: 30 })
    await sim.waitFor(() => sim.world.updates.poll.isWaiting())
    sim.revokeToken()
    expect(await waiting).toBe('Unauthorized')
  })

  test('a poller that hung up loses nothing', async () => {
    const hangUp = new AbortController()
    const gone = fetch(`${sim.url}/bot${sim.token}/getUpdates?timeout=30`, { signal: hangUp.signal })
    const failed = expect(gone).rejects.toThrow()
    await sim.waitFor(() => sim.world.updates.poll.isWaiting())
    hangUp.abort()
    await failed
    await sim.waitFor(() => !sim.world.updates.poll.isWaiting())
    anna.sendText('hello')
    expect(texts(await get())).toEqual(['hello'])
  })

  test('reactions and members come only when asked for; the choice is remembered', async () => {
    const { message_id } = anna.sendText('one')
    anna.react(message_id, '👍')
    expect(kinds(await drain(sim))).toEqual(['message'])
    await get({ allowed_updates: ['message', 'message_reaction'] })
    anna.react(message_id, '🔥')
    anna.editText(message_id, 'two')
    const [reaction] = await drain(sim)
    expect(reaction?.message_reaction).toMatchObject({
      old_reaction: [{ type: 'emoji', emoji: '👍' }],
      new_reaction: [{ type: 'emoji', emoji: '🔥' }],
    })
    await get({ allowed_updates: [] })
    anna.editText(message_id, 'three')
    anna.react(message_id)
    expect(kinds(await drain(sim))).toEqual(['edited_message'])
  })

  test('what is not fetched within a day is lost', async () => {
    anna.sendText('old')
    clock.advance(DAY_MS - 1)
    anna.sendText('new')
    expect(texts(sim.updates.pending())).toEqual(['old', 'new'])
    clock.advance(1)
    expect(await ok(sim, 'getWebhookInfo')).toMatchObject({ pending_update_count: 1 })
    expect(texts(await get())).toEqual(['new'])
  })

  test('an update shows things as they were when it happened', async () => {
    const { message_id } = anna.sendText('before')
    anna.editText(message_id, 'after')
    const updates = await get()
    expect(updates[0]?.message).toMatchObject({ text: 'before' })
    expect(updates[1]?.edited_message).toMatchObject({ text: 'after' })
  })
})

describe('what a test can do to updates', () => {
  test('duplicate hands every update out once more after it was confirmed, under its id', async () => {
    sim.updates.duplicate = true
    anna.sendText('one')
    const first = await get()
    const again = await get({ offset: (ids(first)[0] ?? 0) + 1 })
    expect(again).toEqual(first)
    expect(await get({ offset: (ids(first)[0] ?? 0) + 1 })).toEqual([])
  })

  test('held updates come in the order they are released in', async () => {
    sim.updates.hold()
    for (const text of ['one', 'two', 'three']) anna.sendText(text)
    expect(await get()).toEqual([])
    expect(sim.updates.held()).toBe(3)
    sim.updates.release([2, 0])
    const updates = await get()
    expect(texts(updates)).toEqual(['three', 'one', 'two'])
    expect(ids(updates)).toEqual([...ids(updates)].sort((a, b) => a - b))
  })

  test('redeliverAll repeats what was confirmed', async () => {
    anna.sendText('one')
    anna.sendText('two')
    const all = await drain(sim)
    sim.updates.redeliverAll()
    expect(await get()).toEqual(all)
  })

  test('redeliverAll repeats nothing that came more than a day ago', async () => {
    anna.sendText('old')
    await drain(sim)
    clock.advance(DAY_MS - 1)
    anna.sendText('new')
    await drain(sim)
    sim.updates.redeliverAll()
    expect(texts(await get())).toEqual(['old', 'new'])
    sim.updates.redeliverAll()
    clock.advance(1)
    expect(sim.updates.pending()).toEqual([])
    expect(texts(await get())).toEqual(['new'])
    sim.updates.redeliverAll()
    expect(texts(await get())).toEqual(['new'])
  })
})

describe('webhook', () => {
  async function listen(statuses: number[]) {
    const received: { secret: string | undefined; text: string | undefined }[] = []
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
      const update = JSON.parse(Buffer.concat(chunks).toString()) as { message?: { text?: string } }
      received.push({
        secret: request.headers['x-telegram-bot-api-secret-token']?.toString(),
        text: update.message?.text,
      })
      response.writeHead(statuses.shift() ?? 200).end()
      sim.world.changed()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
    return { received, url, close: () => server.close() }
  }

  test('updates are posted in order with the secret, a refused one again after a pause', async () => {
    const hook = await listen([500])
    await ok(sim, 'setWebhook', { url: hook.url, secret_token: 'secret_1' })
    anna.sendText('one')
    anna.sendText('two')
    await sim.waitFor(() => hook.received.length === 1 && sim.world.updates.webhook.info().last_error_message)
    clock.advance(1000)
    await sim.waitFor(() => sim.updates.pending().length === 0)
    expect(hook.received.map(({ text }) => text)).toEqual(['one', 'one', 'two'])
    expect(hook.received.every(({ secret }) => secret === 'secret_1')).toBe(true)
    hook.close()
  })

  test('while it is set getUpdates is a conflict, and deleting it ends that', async () => {
    await ok(sim, 'setWebhook', { url: 'http://127.0.0.1:9/hook' })
    expect(await ok(sim, 'getWebhookInfo')).toMatchObject({ url: 'http://127.0.0.1:9/hook' })
    expect(await refusal(sim, 'getUpdates')).toBe(
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )
    await ok(sim, 'deleteWebhook', { drop_pending_updates: true })
    expect(await get()).toEqual([])
  })
})
