import { deserialize, serialize } from 'node:v8'
import type { Update, User } from '../../bot-api/types.ts'
import { CALLBACK_LIFETIME_MS, type StoredCallback } from '../../state/callbacks.ts'
import type { AnyChat } from '../../state/chats.ts'
import type { StoredFile } from '../../state/files.ts'
import type { CommandList, World } from '../../state/world.ts'
import type { SavedUpdates } from '../../updates/update-hub.ts'
import type { Arrived } from '../../updates/update-queue.ts'
import { isPaced } from '../paced-clock.ts'

/** Another one whenever what is saved takes another shape; `readSaved` brings older ones into it. */
const VERSION = 3
/** Private chats had no topics. */
const WITHOUT_PRIVATE_TOPICS = 1
/** Nor was it known when updates had come. */
const WITHOUT_ARRIVALS = 2
const READABLE: readonly unknown[] = [VERSION, WITHOUT_ARRIVALS, WITHOUT_PRIVATE_TOPICS]

interface SavedWorld {
  version: typeof VERSION
  botId: number
  /** Whether nothing happened afterwards. */
  isFinal: boolean
  /** Milliseconds of the world's clock. */
  now: number
  users: Map<number, User>
  chats: Map<number, AnyChat>
  files: StoredFile[]
  callbacks: Map<string, StoredCallback>
  commands: CommandList[]
  profile: Map<string, string>
  menuButtons: Map<number, Record<string, unknown>>
  updates: SavedUpdates
}

/** Of the confirmed updates so many can still be handed out once more. */
const CONFIRMED_KEPT = 1_000

/**
 * Ids given out after the last save are known to the bot and to nobody else.
 * More of them than anything gives out between two saves.
 */
const LOST_IDS = 10_000

/** All that outlives a restart: chats with their messages and files, people, what the bot has set, updates on their way. */
export function saveWorld(world: World, options: { isFinal: boolean }): Buffer {
  const { users, chats, commands, profile, menuButtons } = world
  const saved: SavedWorld = {
    version: VERSION,
    botId: world.bot.id,
    isFinal: options.isFinal,
    now: world.clock.now(),
    files: world.files.all(),
    updates: recentUpdates(world),
    callbacks: openCallbacks(world),
    ...{ users, chats, commands, profile, menuButtons },
  }
  return serialize(saved)
}

function recentUpdates({ updates }: World): SavedUpdates {
  const saved = updates.save()
  const confirmed = saved.queue.confirmed.slice(-CONFIRMED_KEPT)
  return { ...saved, queue: { ...saved.queue, confirmed } }
}

/** Those that can still be answered. */
function openCallbacks({ callbacks, clock }: World): World['callbacks'] {
  const oldest = clock.now() - CALLBACK_LIFETIME_MS
  return new Map([...callbacks].filter(([, { createdAt }]) => createdAt >= oldest))
}

/**
 * Puts what was saved into a world in which nothing has happened yet.
 * A clock that can leap goes on from where it was, should it be behind.
 * @throws Error for what is broken, of another version, or another bot's; the world is untouched then.
 */
export function restoreWorld(world: World, bytes: Buffer): void {
  const saved = readSaved(bytes)
  if (saved.botId !== world.bot.id) throw new Error(`it belongs to another bot, ${saved.botId}`)
  if (!saved.isFinal) skipLostIds(saved)
  refill(world.users, saved.users)
  refill(world.chats, saved.chats)
  refill(world.callbacks, saved.callbacks)
  refill(world.profile, saved.profile)
  refill(world.menuButtons, saved.menuButtons)
  world.commands = saved.commands
  world.files.restore(saved.files)
  world.updates.restore(saved.updates)
  const { clock } = world
  if (isPaced(clock) && clock.now() < saved.now) clock.leap(saved.now - clock.now())
  world.changed()
}

function readSaved(bytes: Buffer): SavedWorld {
  const saved = deserialize(bytes) as (Partial<Omit<SavedWorld, 'version'>> & { version?: number }) | null
  if (!READABLE.includes(saved?.version) || !saved) throw new Error('it was written by another version')
  const { users, chats, callbacks, profile, menuButtons, files, updates } = saved
  const hasMaps = [users, chats, callbacks, profile, menuButtons].every((each) => each instanceof Map)
  if (!hasMaps || !files || !updates) throw new Error('parts of it are missing')
  const world = saved as SavedWorld
  if (saved.version === WITHOUT_PRIVATE_TOPICS) addPrivateTopics(world)
  if (saved.version !== VERSION) addArrivals(world)
  return world
}

function addPrivateTopics({ chats }: SavedWorld): void {
  for (const chat of chats.values()) if (chat.kind === 'private') chat.topics = new Map()
}

/** As if they had just come. */
function addArrivals({ updates: { queue }, now }: SavedWorld): void {
  const arrived = (updates: unknown) => (updates as Update[]).map((update): Arrived => ({ update, at: now }))
  for (const part of ['queued', 'again', 'confirmed'] as const) queue[part] = arrived(queue[part])
}

function skipLostIds({ chats, updates }: SavedWorld): void {
  for (const chat of chats.values()) chat.nextMessageId += LOST_IDS
  updates.queue.nextId += LOST_IDS
}

function refill<K, V>(map: Map<K, V>, saved: ReadonlyMap<K, V>): void {
  map.clear()
  for (const [key, value] of saved) map.set(key, value)
}
