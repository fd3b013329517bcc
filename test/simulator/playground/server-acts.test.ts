import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Update } from '../../../src/simulator/bot-api/types.ts'
import { createDrivenClock } from '../../../src/simulator/clock.ts'
import type { Person } from '../../../src/simulator/driver/person.ts'
import { createPacedClock, type PacedClock } from '../../../src/simulator/playground/paced-clock.ts'
import type { SettingsView } from '../../../src/simulator/playground/protocol.ts'
import { type Playground, startPlayground } from '../../../src/simulator/playground/start-playground.ts'
import { type Simulator, startSimulator } from '../../../src/simulator/simulator.ts'
import { call, drain, ok, refusal } from '../bot-side.ts'
import { done, type EventReader, readEvents, refusalOf } from './page-side.ts'

const RESTART = {
  label: { en: 'Restart', ru: 'Перезапустить' },
  hint: { en: 'Starts it anew.', ru: 'Запускает заново.' },
}
const RECIPE = { label: { en: 'Recipe', ru: 'Рецепт' }, hint: { en: 'What goes in.', ru: 'Что внутри.' } }
const NOTE = { label: { en: 'Note', ru: 'Записка' }, hint: { en: 'From whom?', ru: 'От кого?' } }
const NOTED = { en: 'Add salt.', ru: 'Посолите.' }

const real = createDrivenClock()
let clock: PacedClock
let sim: Simulator
let playground: Playground
let anna: Person
let page: EventReader
let restarts: number
let recipe: string
beforeEach(async () => {
  restarts = 0
  recipe = 'Flour'
  clock = createPacedClock({ real })
  sim = await startSimulator({ clock })
  const restart = {
    id: 'restart',
    ...RESTART,
    state: () => ({ words: { en: `${restarts} times`, ru: `${restarts} раз` }, moment: 5 }),
    isUsable: () => restarts === 0,
    async run() {
      if (restarts === 1) throw new Error('it does not start a second time')
      restarts += 1
    },
  }
  const paper = {
    id: 'recipe',
    ...RECIPE,
    read: async () => recipe,
    async save(text: string) {
      if (text === '') throw new Error('there is nothing to bake')
      recipe = text
    },
  }
  const note = {
    id: 'note',
    ...NOTE,
    state: () => ({ words: { en: 'one', ru: 'одна' } }),
    read: async () => NOTED,
  }
  playground = await startPlayground(sim, {
    ...{ pageFolder: '/nowhere', switches: [restart], papers: [paper, note] },
  })
  anna = sim.createUser({ firstName: 'Анна' })
  anna.sendText('/start')
  await drain(sim)
  page = await readEvents(sim)
})
afterEach(async () => {
  page.close()
  await playground.stop()
  await sim.stop()
})

const send = () => call(sim, 'sendMessage', { chat_id: anna.chatId, text: 'x' })
const texts = (updates: readonly Update[]) => updates.map(({ message }) => (message as { text: string }).text)

/** Waits until the page is told of settings that fit. */
async function settings(fits: (settings: SettingsView) => boolean): Promise<SettingsView> {
  const change = await page.find((each) => each.settings !== undefined && fits(each.settings))
  if (!change.settings) throw new Error('the change has settings')
  return change.settings
}

describe('faults', () => {
  test('one is aimed at a chat, and calls to others pass', async () => {
    const boris = sim.createUser({ firstName: 'Борис' })
    boris.sendText('/start')
    const fault = { do: 'add-fault', method: 'sendMessage', kind: 'refused', times: 2 } as const
    await done(sim, { ...fault, chatId: boris.id })
    expect((await send()).ok).toBe(true)
    expect((await call(sim, 'sendMessage', { chat_id: boris.chatId, text: 'x' })).ok).toBe(false)
    const { faults } = await settings(({ faults: [first] }) => first?.hits === 1)
    expect(faults).toMatchObject([{ chatId: boris.id, hits: 1 }])
  })

  test('hit as often as wanted, are counted, and go', async () => {
    await done(sim, { do: 'add-fault', method: 'sendmessage', kind: 'flood', times: 2, retryAfter: 7 })
    expect(await send()).toMatchObject({ error_code: 429, parameters: { retry_after: 7 } })
    const { faults } = await settings(({ faults: [fault] }) => fault?.hits === 1)
    expect(faults).toMatchObject([{ method: 'sendMessage', kind: 'flood', times: 2, hits: 1 }])
    const id = faults[0]?.id ?? ''
    await done(sim, { do: 'remove-fault', id })
    expect((await send()).ok).toBe(true)
    expect(await refusalOf(sim, { do: 'remove-fault', id })).toEqual({ reason: 'fault-gone' })
    const unknown = { do: 'add-fault', method: 'sendLove', kind: 'flood', times: 1 } as const
    expect(await refusalOf(sim, unknown)).toEqual({ reason: 'no-method', method: 'sendLove' })
  })

  test('that hang are let go, and hang again', async () => {
    await done(sim, { do: 'add-fault', method: '*', kind: 'hang', times: 2 })
    for (const hits of [1, 2]) {
      const hanging = send()
      await settings(({ faults: [fault] }) => fault?.hits === hits)
      await done(sim, { do: 'release-faults' })
      expect((await hanging).ok).toBe(true)
    }
    expect((await send()).ok).toBe(true)
  })
})

test('flood limits change while it runs', async () => {
  for (let sent = 0; sent < 10; sent += 1) expect((await send()).ok).toBe(true)
  await done(sim, { do: 'set-limits', limits: 'telegram' })
  await settings(({ limits }) => limits !== 'off' && limits.groupPerMinute === 20)
  for (let sent = 0; sent < 3; sent += 1) expect((await send()).ok).toBe(true)
  expect((await send()).error_code).toBe(429)
  await settings(({ floodRefusals }) => floodRefusals === 1)
  const limits = { privateBurst: 1, privatePerSecond: 1, groupPerMinute: 1, totalPerSecond: 1 }
  await done(sim, { do: 'set-limits', limits })
  expect((await send()).ok).toBe(true)
  expect((await send()).error_code).toBe(429)
  await done(sim, { do: 'set-limits', limits: 'off' })
  expect((await send()).ok).toBe(true)
  expect(sim.floodRefusals()).toBe(2)
})

describe('the clock', () => {
  test('runs faster and leaps, and the page is told', async () => {
    await done(sim, { do: 'set-speed', speed: 60 })
    const { now } = await settings(({ speed }) => speed === 60)
    expect(now).toBe(clock.now())
    await done(sim, { do: 'leap', ms: 3_600_000 })
    const leapt = await settings((each) => each.now > now)
    expect(leapt.now).toBe(now + 3_600_000)
    expect(anna.sendText('later').date).toBe(Math.floor(leapt.now / 1000))
  })

  test('leaves a bot that waits for updates the time it asked for', async () => {
    await done(sim, { do: 'set-speed', speed: 3_600 })
    const waiting = ok(sim, 'getUpdates', { timeout: 30 })
    await sim.waitFor(() => sim.world.updates.poll.isWaiting())
    real.advance(29_999)
    await done(sim, { do: 'leap', ms: 3_600_000 })
    expect(sim.world.updates.poll.isWaiting()).toBe(true)
    real.advance(1)
    expect(await waiting).toEqual([])
  })

  test('of another kind stays as it is', async () => {
    const other = await startSimulator()
    const opened = await startPlayground(other, { pageFolder: '/nowhere' })
    expect(await refusalOf(other, { do: 'set-speed', speed: 2 })).toEqual({ reason: 'clock-fixed' })
    expect(await refusalOf(sim, { do: 'set-speed', speed: 5_000 })).toEqual({
      reason: 'too-high',
      most: 3_600,
    })
    await opened.stop()
    await other.stop()
  })
})

test('the server loses and gains abilities', async () => {
  await done(sim, { do: 'set-server', privacyMode: false, richMessages: 'none', ephemeralMessages: false })
  const told = await settings(({ privacyMode }) => !privacyMode)
  expect(told).toMatchObject({ richMessages: 'none', ephemeralMessages: false })
  const rich = { chat_id: anna.chatId, rich_message: { html: 'x' } }
  expect(await refusal(sim, 'sendRichMessage', rich)).toContain('method not found')
  await done(sim, { do: 'set-server', richMessages: 'blocks' })
  expect((await call(sim, 'sendRichMessage', rich)).ok).toBe(true)
  expect(sim.world.privacyMode).toBe(false)
})

test('the token is revoked and restored', async () => {
  await done(sim, { do: 'revoke-token' })
  expect((await send()).error_code).toBe(401)
  await settings(({ isTokenRevoked }) => isTokenRevoked)
  await done(sim, { do: 'restore-token' })
  expect((await send()).ok).toBe(true)
})

test('updates are held, let go in reverse, and come once more', async () => {
  await done(sim, { do: 'hold-updates' })
  for (const text of ['one', 'two', 'three']) anna.sendText(text)
  await settings(({ isHolding, heldUpdates }) => isHolding && heldUpdates === 3)
  expect(await ok(sim, 'getUpdates')).toEqual([])
  await done(sim, { do: 'release-updates', reversed: true })
  await settings(({ isHolding, waitingUpdates }) => !isHolding && waitingUpdates === 3)
  expect(texts(await drain(sim))).toEqual(['three', 'two', 'one'])
  await done(sim, { do: 'redeliver-updates' })
  expect(texts(await drain(sim)).slice(-3)).toEqual(['three', 'two', 'one'])
})

test('a switch does what whoever runs the playground wants it to', async () => {
  await settings(({ switches: [restart] }) => restart?.state?.words.en === '0 times' && restart.isUsable)
  await done(sim, { do: 'switch', id: 'restart' })
  const { switches } = await settings((each) => each.switches[0]?.isUsable === false)
  const state = { words: { en: '1 times', ru: '1 раз' }, moment: 5 }
  expect(switches).toEqual([{ id: 'restart', ...RESTART, state, isUsable: false }])
  expect(await refusalOf(sim, { do: 'switch', id: 'restart' })).toEqual({
    reason: 'said',
    text: 'It does not start a second time.',
  })
  expect(await refusalOf(sim, { do: 'switch', id: 'none' })).toEqual({ reason: 'no-switch' })
})

test('a text behind the scenes is read and saved, or refused with what is wrong', async () => {
  const { papers } = await settings((each) => each.papers.length > 0)
  expect(papers).toEqual([
    { id: 'recipe', ...RECIPE, state: null, isReadOnly: false },
    { id: 'note', ...NOTE, state: { words: { en: 'one', ru: 'одна' } }, isReadOnly: true },
  ])
  await done(sim, { do: 'save-paper', id: 'recipe', text: 'Flour\nSalt\n' })
  expect(await done(sim, { do: 'read-paper', id: 'recipe' })).toMatchObject({ text: 'Flour\nSalt\n' })
  const emptied = { do: 'save-paper', id: 'recipe', text: '' } as const
  expect(await refusalOf(sim, emptied)).toEqual({ reason: 'said', text: 'There is nothing to bake.' })
  expect(await done(sim, { do: 'read-paper', id: 'recipe' })).toMatchObject({ text: 'Flour\nSalt\n' })
  expect(await done(sim, { do: 'read-paper', id: 'note' })).toMatchObject({ text: NOTED })
  const noted = { do: 'save-paper', id: 'note', text: 'Add sugar.' } as const
  expect(await refusalOf(sim, noted)).toEqual({ reason: 'paper-read-only' })
  expect(await refusalOf(sim, { do: 'read-paper', id: 'none' })).toEqual({ reason: 'no-paper' })
})
