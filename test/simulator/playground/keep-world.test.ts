import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Update } from '../../../src/simulator/bot-api/types.ts'
import { keepWorld } from '../../../src/simulator/playground/keep/world-file.ts'
import { createPacedClock } from '../../../src/simulator/playground/paced-clock.ts'
import type { Change } from '../../../src/simulator/playground/protocol.ts'
import { type Playground, startPlayground } from '../../../src/simulator/playground/start-playground.ts'
import { type Simulator, type SimulatorOptions, startSimulator } from '../../../src/simulator/simulator.ts'
import { ok } from '../bot-side.ts'
import { readEvents } from './page-side.ts'

let folder: string
let worldFile: string
let said: string[]
const open: { sim: Simulator; playground: Playground }[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'world-'))
  worldFile = join(folder, 'world')
  said = []
})
afterEach(async () => {
  for (const each of open.splice(0)) await close(each)
  await rm(folder, { recursive: true })
})

async function start(options: SimulatorOptions = {}) {
  const sim = await startSimulator(options)
  const say = (line: string) => said.push(line)
  const playground = await startPlayground(sim, { pageFolder: folder, worldFile, say })
  const running = { sim, playground }
  open.push(running)
  return running
}

async function close({ sim, playground }: { sim: Simulator; playground: Playground }) {
  await playground.stop()
  await sim.stop()
}

async function restart(options: SimulatorOptions = {}) {
  for (const each of open.splice(0)) await close(each)
  return start(options)
}

async function firstChange(sim: Simulator): Promise<Change> {
  const page = await readEvents(sim)
  const change = await page.find(() => true)
  page.close()
  return change
}

/** A world with a bit of everything. */
async function live(sim: Simulator) {
  const anna = sim.createUser({ firstName: 'Анна', languageCode: 'ru' })
  const group = sim.createGroup({ title: 'Staff' })
  group.join(anna, { as: 'administrator' })
  group.linkChannel()
  const topic = group.createTopic('Delivery')
  anna.sendText('/start')
  anna.sendPhoto({ caption: 'a photo' })
  const keyboard = [[{ text: 'Menu' }]]
  const sent = await ok(sim, 'sendMessage', { chat_id: anna.chatId, text: 'x', reply_markup: { keyboard } })
  anna.react(sent.message_id, '👍')
  anna.pin(sent.message_id)
  const ephemeral_message_parameters = { receiver_user_id: anna.id }
  await ok(sim, 'sendMessage', { chat_id: group.id, text: 'psst', ephemeral_message_parameters })
  await ok(sim, 'setMyCommands', { commands: [{ command: 'start', description: 'Begin' }] })
  await ok(sim, 'setMyDescription', { description: 'A bot' })
  return { anna, group, topic }
}

test('a world goes on after a restart as it was', async () => {
  const first = await start()
  expect(first.playground.isRestored).toBe(false)
  const { anna, group, topic } = await live(first.sim)
  const before = await firstChange(first.sim)
  const { sim, playground } = await restart()
  expect(playground.isRestored).toBe(true)
  const after = await firstChange(sim)
  const comparable = ({ bot, people, groups, messages, taps, settings }: Change) => ({
    ...{ bot, people, groups, taps },
    messages: messages?.toSorted((a, b) => a.chatId - b.chatId || a.order - b.order),
    settings: { ...settings, now: 0 },
  })
  expect(comparable(after)).toEqual(comparable(before))
  expect(after.messages?.length).toBeGreaterThan(5)
  expect(after.epoch).not.toBe(before.epoch)

  const photo = sim.world.files.find(anna.messages()[1]?.photo?.at(-1)?.file_id ?? '')
  expect(photo?.bytes.length).toBeGreaterThan(10)
  expect(photo?.sizes?.includes(photo)).toBe(true)
  const again = sim.findUser(anna.id)
  expect(again.pressKey('Menu').message_id).toBeGreaterThan(anna.lastMessage()?.message_id ?? Infinity)
  sim.findGroup(group.id).as(again).sendText('still here', { topic: topic.id })
  expect(said).toEqual([])
})

test('a world that was saved before private chats had topics goes on, too', async () => {
  const { anna, topic } = await live((await start()).sim)
  for (const each of open.splice(0)) await close(each)
  const { chats, ...rest } = deserialize(await readFile(worldFile))
  for (const chat of chats.values()) if (chat.kind === 'private') delete chat.topics
  const queue = { ...rest.updates.queue, queued: [], again: [], confirmed: [] }
  await writeFile(worldFile, serialize({ ...rest, chats, updates: { ...rest.updates, queue }, version: 1 }))
  const { sim, playground } = await start({ privateTopics: true })
  expect(playground.isRestored).toBe(true)
  const again = sim.findUser(anna.id)
  expect(again.topics()).toEqual([])
  again.sendText('inside', { topic: again.createTopic('Payment').id })
  const group = [...sim.world.chats.values()].find(({ id }) => id < 0)
  expect([...(group?.topics.keys() ?? [])]).toEqual([topic.id])
})

test('a world that was saved before arrivals were known goes on, too', async () => {
  const { sim: first } = await start()
  const anna = first.createUser({ firstName: 'Анна' })
  anna.sendText('confirmed')
  anna.sendText('waits')
  const [confirmed] = await ok<Update[]>(first, 'getUpdates', { limit: 1 })
  await ok(first, 'getUpdates', { offset: (confirmed?.update_id ?? 0) + 1, limit: 1 })
  for (const each of open.splice(0)) await close(each)
  const { updates, ...rest } = deserialize(await readFile(worldFile))
  const plain = (part: { update: Update }[]) => part.map(({ update }) => update)
  const { queued, again, confirmed: taken } = updates.queue
  const queue = { ...updates.queue, queued: plain(queued), again: plain(again), confirmed: plain(taken) }
  await writeFile(worldFile, serialize({ ...rest, updates: { ...updates, queue }, version: 2 }))
  const { sim } = await start()
  sim.updates.redeliverAll()
  const updatesNow = await ok<Update[]>(sim, 'getUpdates')
  expect(updatesNow.map(({ message }) => (message as { text: string }).text)).toEqual(['confirmed', 'waits'])
})

test('updates come once and in order across a restart', async () => {
  const { sim: first } = await start()
  const anna = first.createUser({ firstName: 'Анна' })
  anna.sendText('confirmed')
  anna.sendText('waits')
  const [confirmed] = await ok<Update[]>(first, 'getUpdates', { limit: 1 })
  const offset = (confirmed?.update_id ?? 0) + 1
  await ok(first, 'getUpdates', { offset, limit: 1 })
  const { sim } = await restart()
  sim.findUser(anna.id).sendText('new')
  const updates = await ok<Update[]>(sim, 'getUpdates', { offset })
  expect(updates.map(({ message }) => (message as { text: string }).text)).toEqual(['waits', 'new'])
  expect(updates.map(({ update_id }) => update_id - offset)).toEqual([0, 1])
})

test('after a crash no id is given out twice', async () => {
  const sim = await startSimulator()
  const kept = await keepWorld(sim, { path: worldFile, say: (line) => said.push(line), pauseMs: 0 })
  const anna = sim.createUser({ firstName: 'Анна' })
  anna.sendText('saved')
  const saved = await waitForFile()
  await kept.stop()
  // As if the process had ended right after that save: the next message was seen by the bot and by nobody else.
  const lost = anna.sendText('lost')
  const lostUpdate = sim.updates.pending().at(-1)
  await sim.stop()
  await writeFile(worldFile, saved)
  const { sim: again } = await start()
  const next = again.findUser(anna.id).sendText('next')
  expect(next.message_id).toBeGreaterThan(lost.message_id)
  expect(again.updates.pending().at(-1)?.update_id).toBeGreaterThan(lostUpdate?.update_id ?? Infinity)
})

/** The world's file as soon as somebody or something called “saved” is in it. */
function waitForFile(): Promise<Buffer> {
  return vi.waitFor(
    async () => {
      const bytes = await readFile(worldFile)
      if (!bytes.includes('saved')) throw new Error('not saved yet')
      return bytes
    },
    { timeout: 10_000, interval: 20 },
  )
}

test.each([
  ['broken', Buffer.from('not a world')],
  ['cut off', Buffer.from([0xff, 0x0f, 0x6f])],
])('a %s file is put aside and said so', async (_, bytes) => {
  await writeFile(worldFile, bytes)
  const { playground } = await start()
  expect(playground.isRestored).toBe(false)
  expect(said).toEqual([expect.stringContaining('put aside')])
  const [aside = ''] = (await readdir(folder)).filter((name) => name.endsWith('.unread'))
  expect(await readFile(join(folder, aside))).toEqual(bytes)
})

test('the world of another bot is put aside', async () => {
  await start()
  const { playground } = await restart({ token: '77:another' })
  expect(playground.isRestored).toBe(false)
  expect(said).toEqual([expect.stringContaining('another bot')])
})

test('a clock that was ahead is ahead again, one that is not stays', async () => {
  const clock = createPacedClock()
  await start({ clock })
  clock.leap(3_600_000)
  const next = createPacedClock()
  await restart({ clock: next })
  expect(next.now() - Date.now()).toBeGreaterThan(3_500_000)
  const later = createPacedClock({ start: Date.now() + 9_000_000 })
  await restart({ clock: later })
  expect(later.now() - Date.now()).toBeLessThan(9_100_000)
})

test('a change is saved by itself, whole or not at all', async () => {
  const { sim } = await start()
  sim.createUser({ firstName: 'saved' })
  expect((await waitForFile()).length).toBeGreaterThan(100)
  expect((await readdir(folder)).filter((name) => name.startsWith('world'))).toContain('world')
})
