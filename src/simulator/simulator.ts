import type { CallbackQuery } from './bot-api/types.ts'
import { type CallLog, createCallLog, describeCall, type LoggedCall } from './call-log.ts'
import { type Clock, realClock } from './clock.ts'
import { createGroup, type Group, type NewGroup, openGroup } from './driver/group.ts'
import { createPerson, type NewPerson, openPerson, type Person } from './driver/person.ts'
import { createFaults, type Faults } from './faults.ts'
import { createFloodLimits, type FloodSettings, TELEGRAM_LIMITS } from './flood.ts'
import { type ApiServer, startServer } from './server.ts'
import type { AnyChat, GroupChat, PrivateChat } from './state/chats.ts'
import { loseMessage } from './state/post-message.ts'
import { type ChatAction, createWorld, type RichMessages, type World } from './state/world.ts'
import { createUpdateHub, type UpdateControls } from './updates/update-hub.ts'
import { createWaiter, type Waiter, type WaitOptions } from './wait-for.ts'

export interface SimulatorOptions {
  token?: string
  botUsername?: string
  /** Time for messages, limits, long polls and callback queries; real by default. */
  clock?: Clock
  /** `off` by default. */
  limits?: 'off' | 'telegram' | Partial<FloodSettings>
  /** 0, the default, takes a free one. */
  port?: number
  /** Whether a bot that is no administrator hears only what concerns it; true by default, as in Telegram. */
  privacyMode?: boolean
  /** What the server knows of rich messages: all, only HTML and Markdown (before Bot API 10.3), or nothing; all by default. */
  richMessages?: RichMessages
  /** Whether the server knows ephemeral messages (Bot API 10.2); true by default. */
  ephemeralMessages?: boolean
  /** Whether the bot has topics in its private chats (Bot API 9.3); false by default. */
  privateTopics?: boolean
  /** The zone screens tell the time in; `UTC` by default. */
  timeZone?: string
}

/** A Bot API server with its chats, and the people in them. */
export interface Simulator {
  /** For `TELEGRAM_API_ROOT`. */
  url: string
  token: string
  botId: number
  createUser(person: NewPerson): Person
  createGroup(group: NewGroup): Group
  /** Whoever has this id, created here or restored. @throws Error for nobody */
  findUser(id: number): Person
  /** @throws Error for no group */
  findGroup(id: number): Group
  updates: UpdateControls
  faults: Faults
  /** All calls of the bot, oldest first. */
  calls: LoggedCall[]
  /** @returns stops listening. */
  onCall: CallLog['onCall']
  /** Taps the bot has not answered yet. */
  unansweredTaps(): CallbackQuery[]
  /** `typing` and the like, oldest first. */
  chatActions: readonly ChatAction[]
  /** How many calls the flood limits refused. */
  floodRefusals(): number
  waitFor: Waiter['waitFor']
  /** Tells of every change of the world; often. @returns stops listening. */
  onChange(listener: () => void): () => void
  openSideDoor: ApiServer['openSideDoor']
  /** Waits until a bot asks for updates or has a webhook set, from now on. */
  waitForBot(options?: WaitOptions): Promise<void>
  /** From now on the token is wrong: 401 to every call. */
  revokeToken(): void
  restoreToken(): void
  /** All that is known inside, for tests of rare things. */
  world: World
  /** Destroys every connection and fails whoever waits. */
  stop(): Promise<void>
}

const TEST_TOKEN = '123456789:TEST-token-of-the-simulated-telegram'

/** Starts a Bot API server on 127.0.0.1. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const people: (Person | Group)[] = []
  const calls = createCallLog()
  const faults = createFaults()
  const waiter = createWaiter(() => report(people, calls))
  const listeners = new Set([waiter.changed])
  const changed = () => {
    for (const listener of listeners) listener()
  }
  calls.onCall(changed)
  const world = buildWorld(options, changed)
  const { updates } = world
  const server = await startServer({ world, faults, calls }, options.port ?? 0)
  const remember = <T extends Person | Group>(created: T): T => {
    people.push(created)
    return created
  }
  return {
    url: server.url,
    token: world.token,
    botId: world.bot.id,
    createUser: (person) => remember(createPerson(world, waiter.waitFor, person)),
    createGroup: (group) => remember(createGroup(world, waiter.waitFor, group)),
    findUser: (id) => openPerson(world, waiter.waitFor, requireChat(world, id, 'private')),
    findGroup: (id) => openGroup(world, waiter.waitFor, requireChat(world, id, 'group')),
    updates,
    faults,
    calls: calls.list,
    onCall: calls.onCall,
    unansweredTaps: () => unansweredTaps(world),
    chatActions: world.chatActions,
    floodRefusals: world.flood.refused,
    waitFor: waiter.waitFor,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    openSideDoor: server.openSideDoor,
    async waitForBot(waiting) {
      await waiter.waitFor(botAsks(world, calls), { what: 'a bot that asks for updates', ...waiting })
    },
    revokeToken: () => setRevoked(world, true),
    restoreToken: () => setRevoked(world, false),
    world,
    async stop() {
      faults.clear()
      updates.webhook.remove()
      await server.stop()
      updates.poll.terminate('the end of the server')
      waiter.stop()
    },
  }
}

function buildWorld(options: SimulatorOptions, changed: () => void): World {
  const { clock = realClock, token = TEST_TOKEN, botUsername = 'desk_bot' } = options
  const { privacyMode = true, richMessages = 'blocks', timeZone = 'UTC' } = options
  const { ephemeralMessages = true, privateTopics = false } = options
  const updates = createUpdateHub(clock, changed, (update) => loseMessage(world, update))
  const flood = createFloodLimits(floodSettings(options.limits), clock)
  const world = createWorld({
    clock,
    token,
    botUsername,
    updates,
    flood,
    privacyMode,
    richMessages,
    ephemeralMessages,
    privateTopics,
    timeZone,
    changed,
  })
  return world
}

function requireChat(world: World, id: number, kind: 'private'): PrivateChat
function requireChat(world: World, id: number, kind: 'group'): GroupChat
function requireChat({ chats }: World, id: number, kind: 'private' | 'group'): AnyChat {
  const chat = chats.get(id)
  const isIt = chat !== undefined && (chat.kind === 'private') === (kind === 'private')
  if (!isIt) throw new Error(`there is no ${kind === 'private' ? 'person' : 'group'} ${id}`)
  return chat
}

function unansweredTaps({ callbacks }: World): CallbackQuery[] {
  return [...callbacks.values()].filter(({ answer }) => !answer).map(({ query }) => query)
}

/** A call that still waits is not in the log yet. */
function botAsks({ updates }: World, { list }: CallLog): () => boolean {
  const before = list.length
  return () =>
    updates.poll.isWaiting() ||
    updates.webhook.url() !== '' ||
    list.slice(before).some(({ method }) => method === 'getUpdates')
}

function setRevoked(world: World, revoked: boolean): void {
  world.tokenRevoked = revoked
  // The server ends what such a bot is waiting for.
  if (revoked) world.updates.poll.revoke()
}

/** What a short way to name the flood limits means. */
export function floodSettings(limits: SimulatorOptions['limits'] = 'off'): FloodSettings | 'off' {
  if (limits === 'off') return 'off'
  return limits === 'telegram' ? TELEGRAM_LIMITS : { ...TELEGRAM_LIMITS, ...limits }
}

/** A failed wait prints no more screens than this, the newest. */
const MAX_SCREENS = 8

/** What a failed wait prints: the end of every screen and the last calls. */
function report(people: readonly (Person | Group)[], calls: CallLog): string {
  const screens = people.slice(-MAX_SCREENS).map((each) => each.screen().split('\n').slice(-25).join('\n'))
  const last = calls.list.filter(({ method }) => method !== 'getUpdates').slice(-12)
  return [...screens, 'last calls:', ...last.map((call) => `  ${describeCall(call)}`)].join('\n')
}
