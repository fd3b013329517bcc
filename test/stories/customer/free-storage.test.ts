import { expect, test, vi } from 'vitest'
import type { Language } from '../../../src/domain/people.ts'
import type { Person } from '../../../src/simulator/driver/person.ts'
import type { Pace } from '../../../src/telegram/replay-logs/free-storage.ts'
import { afterwards, lastSaid } from '../../support/customer-story.ts'
import { queryTestDatabase } from '../../support/database.ts'
import { type EndState, readEndState } from '../../support/end-state.ts'
import {
  type FreeStorageStandIn,
  openFreeStorageStandIn,
  type Trouble,
} from '../../support/free-storage-stand-in.ts'
import { openShop, type Shop } from '../../support/open-shop.ts'

// A desk a story, and most of its time is waiting for the machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

/** A story in which the service is well waits for it as long as a busy machine may take. */
const PATIENT = { readMs: 20_000, writeMs: 20_000, pauseMs: 300 }
const IMPATIENT = { readMs: 150, writeMs: 150, pauseMs: 300 }
const TOKEN = '123456789:TEST-token-of-the-simulated-telegram'
/** What the customer says; nobody but the shop is to hear it. */
const WORDS = {
  ru: 'Заказ обещали вчера, адрес: Лесная, 5',
  en: 'Promised yesterday, 5 Forest Road',
} as const

const TAPS = {
  ru: ['Доставка', /вовремя/, /Пропустить/, 'Отправить'],
  en: ['Delivery', /is late/, /Skip/, 'Send'],
} as const

interface Telling {
  readonly language?: Language
  readonly env?: Readonly<Record<string, string>>
  readonly pace?: Pace
  readonly before?: (shop: Shop) => Promise<void> | void
  /** When the order number is asked for. */
  readonly inTheMiddle?: (shop: Shop, anna: Person) => Promise<void> | void
  /** When the form can be sent. */
  readonly beforeTheEnd?: (shop: Shop) => Promise<void> | void
}

/** A customer asks for help in the middle of the form, types before tapping, and sends it. @returns what it has come to */
async function tell(telling: Telling): Promise<EndState> {
  const { language = 'ru', env = {}, pace = PATIENT } = telling
  const shop = await openShop({ language, env, freeStoragePace: pace })
  const anna = shop.customer('Анна', language)
  const [category, problem, skip, send] = TAPS[language]
  const does = (act: () => unknown) => afterwards(shop, act)
  await telling.before?.(shop)
  await does(() => anna.sendText('/new'))
  await does(() => anna.tap(/Согласен|I agree/))
  await does(() => anna.tap(category))
  await does(() => anna.tap(problem))
  await telling.inTheMiddle?.(shop, anna)
  await does(() => anna.sendText('/help'))
  await does(() => anna.sendText('12345678-0001'))
  await does(() => anna.sendText(WORDS[language]))
  await does(() => anna.tap(skip))
  await telling.beforeTheEnd?.(shop)
  await does(() => anna.tap(send))
  expect(lastSaid(shop, anna)).toMatch(/№ \d{3}-\d{3}/)
  // A dialog that had come back to life would swallow it.
  await does(() => anna.sendText('/new'))
  await does(() => anna.sendText('/cancel'))
  await does(() => anna.sendText(WORDS[language]))
  return readEndState(shop, { customer: anna, said: [] })
}

const freely = ({ url }: FreeStorageStandIn) => ({ SESSION_STORAGE: 'free', FREE_STORAGE_URL: url })

const keptMarks = (shop: Shop) =>
  queryTestDatabase(shop.location, 'SELECT value FROM conversation_states').then((rows) =>
    rows.map((row) => String(row.value)),
  )

const plainly = { ru: memoized(() => tell({ language: 'ru' })), en: memoized(() => tell({ language: 'en' })) }

/** What many stories are compared with is told once. */
function memoized<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null
  return () => {
    made ??= make()
    return made
  }
}

test.each(['ru', 'en'] as const)(
  'SESSION_STORAGE=free in %s keeps the log there, nobody’s words, and ends as the database does',
  async (language) => {
    const free = await openFreeStorageStandIn(TOKEN)
    const end = await tell({
      language,
      env: freely(free),
      inTheMiddle: async (shop) => {
        expect(await keptMarks(shop)).toEqual([expect.stringMatching(/^\{"outside":"[\w-]{12}"\}$/)])
        await expect.poll(() => [...free.values.keys()]).toEqual([expect.stringMatching(/^private:\d+$/)])
      },
    })
    expect(end).toEqual(await plainly[language]())
    expect(free.requests.filter((request) => request.startsWith('GET')).length).toBeGreaterThan(3)
    await expect.poll(() => [...free.values.keys()], { message: 'deleted with the form' }).toEqual([])
    expect(free.heard()).not.toMatch(/Анна|Лесная|Forest|12345678|\/new/)
    expect(free.tokens).toEqual([TOKEN])
  },
)

test.each<Trouble>(['failing', 'hanging', 'away', 'losing'])(
  'a service that is %s from the start changes nothing for the customer',
  async (trouble) => {
    const free = await openFreeStorageStandIn(TOKEN)
    free.trouble = trouble
    const end = await tell({ language: 'ru', env: freely(free), pace: IMPATIENT })
    expect(end).toEqual(await plainly.ru())
  },
)

test.each<Trouble>(['failing', 'hanging', 'late', 'garbled', 'forgetful'])(
  'nor does one that is %s from the middle on',
  async (trouble) => {
    const free = await openFreeStorageStandIn(TOKEN)
    const inTheMiddle = () => {
      free.trouble = trouble
    }
    const end = await tell({ language: 'en', env: freely(free), pace: IMPATIENT, inTheMiddle })
    expect(end).toEqual(await plainly.en())
  },
)

test('a log of an earlier form, found again after the form has gone on without it, counts no more', async () => {
  const free = await openFreeStorageStandIn(TOKEN)
  let early: (readonly [string, string])[] = []
  const end = await tell({
    env: freely(free),
    inTheMiddle: async () => {
      await expect.poll(() => free.values.size).toBe(1)
      early = [...free.values]
      free.values.clear()
    },
    beforeTheEnd: () => {
      for (const [key, value] of early) free.values.set(key, value)
    },
  })
  expect(early).toHaveLength(1)
  expect(end).toEqual(await plainly.ru())
})

test('a log that could not be fetched while the form was cancelled does not come back to life', async () => {
  const free = await openFreeStorageStandIn(TOKEN)
  const shop = await openShop({ env: freely(free), freeStoragePace: PATIENT })
  const anna = shop.customer('Анна')
  await afterwards(shop, () => anna.sendText('/new'))
  await expect.poll(() => free.values.size).toBe(1)
  free.trouble = 'failing'
  await afterwards(shop, () => anna.sendText('/cancel'))
  expect(lastSaid(shop, anna)).toContain('Отменено')
  expect(free.values.size, 'still there').toBe(1)
  free.trouble = null
  await afterwards(shop, () => anna.sendText('Где мой заказ?'))
  expect(lastSaid(shop, anna)).toContain('Создать новое')
  expect(await keptMarks(shop)).toEqual([])
})

test('a restart in the middle goes on with the log that is there', async () => {
  const free = await openFreeStorageStandIn(TOKEN)
  const end = await tell({
    env: freely(free),
    inTheMiddle: async (shop) => {
      const marks = await keptMarks(shop)
      await shop.restart()
      expect(marks).toHaveLength(1)
    },
    beforeTheEnd: (shop) => shop.restart(),
  })
  expect(end).toEqual(await plainly.ru())
  expect(free.requests.filter((request) => request.startsWith('POST /session')).length).toBe(2)
})

test('a log-in that was made elsewhere keeps the bot’s token at home, also when it is accepted no more', async () => {
  const free = await openFreeStorageStandIn(TOKEN)
  const env = { ...freely(free), FREE_STORAGE_JWT: free.issueJwt() }
  const end = await tell({
    env,
    beforeTheEnd: () => {
      free.trouble = 'forgetful'
    },
  })
  expect(end).toEqual(await plainly.ru())
  expect(free.requests.join()).toContain('GET /session')
  expect(free.requests.join()).not.toContain('/login')
  expect(free.tokens).toEqual([])
})
