import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordsIn } from '../support/message-words.ts'
import type { Shop } from '../support/open-shop.ts'
import { openStaffStory } from '../support/staff-story.ts'

/** What a programmer may read, and nobody in a chat. */
const INSIDES = /\bat .+:\d+:\d+|node:|\.ts\b|\.js\b|TypeError|undefined|\[object|Prisma|SQLITE|stack/
/** Updates a batch, and batches. */
const AT_ONCE = 40
const RUNS = 4
/** The same forgeries each time; others with `FORGED_SEED`. */
const SEED = Number(process.env.FORGED_SEED ?? 20261124)

test('whatever comes as an update is worked or kept as failed, blocks nobody, and shows nothing of our insides', {
  timeout: 240_000,
}, async () => {
  const story = await openStaffStory({
    mayBeRefused: true,
    mayLeaveTaps: true,
    backoff: { firstMs: 1, maxMs: 5 },
  })
  const { shop, anna, oleg } = story
  const boris = shop.customer('Борис')
  const updates = fc.array(forgedUpdate([anna.id, oleg.id], shop.group.id), {
    minLength: AT_ONCE,
    maxLength: AT_ONCE,
  })
  let asked = 0
  await fc.assert(
    fc.asyncProperty(updates, async (forged) => {
      for (const [kind, payload] of forged) give(shop, kind, payload)
      boris.sendText('/help')
      asked += 1
      await shop.settled()
      const helped = boris.messages().filter((message) => wordsIn(message).includes('Как это работает'))
      expect(helped).toHaveLength(asked)
    }),
    { numRuns: RUNS, seed: SEED, endOnFailure: true },
  )
  for (const failed of await story.failedEvents()) expect(String(failed.body)).toContain('update_id')
  const sent = shop.sim.calls.map(({ params }) => String(params.text ?? params.caption ?? ''))
  expect(sent.filter((text) => INSIDES.test(text))).toEqual([])
})

test('an update nested very deep, one of a megabyte and one of an unknown kind hold nobody up', async () => {
  const { shop, anna } = await openStaffStory({ mayBeRefused: true, backoff: { firstMs: 1, maxMs: 5 } })
  const from = anna.user
  const chat = { id: anna.id, type: 'private', first_name: 'Анна' }
  const base = { message_id: 900_000, date: 1, from, chat }
  give(shop, 'message', { ...base, text: 'x', nested: nest(500) })
  give(shop, 'message', { ...base, message_id: 900_001, text: 'ы'.repeat(1_000_000) })
  give(shop, 'hologram', { ...base, message_id: 900_002 })
  await shop.settled()
  const boris = shop.customer('Борис')
  boris.sendText('/help')
  await shop.settled()
  expect(boris.screen()).toContain('Как это работает')
})

function nest(depth: number): unknown {
  let inner: unknown = []
  for (let level = 0; level < depth; level += 1) inner = [inner]
  return inner
}

/** Past the simulator's own checks, as a forged or a future Telegram would. */
function give(shop: Shop, kind: string, payload: object): void {
  shop.sim.world.updates.queue.add(kind, payload)
  shop.sim.world.updates.poll.wake()
}

/** Updates as the Bot API has them, in which any field may be missing or of another type. https://core.telegram.org/bots/api#update */
function forgedUpdate(people: readonly number[], groupId: number): fc.Arbitrary<[string, object]> {
  const odd = fc.oneof(
    fc.constantFrom(null, true, 0, -1, 2 ** 53, '', [], {}, '\u202e\u0000\ud800'),
    fc.string(),
    fc.array(fc.integer(), { maxLength: 3 }),
    fc.dictionary(fc.string(), fc.string(), { maxKeys: 3 }),
  )
  const mostly = <T>(usual: fc.Arbitrary<T>) =>
    fc.oneof({ weight: 12, arbitrary: usual as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: odd })
  const field = (usual: fc.Arbitrary<unknown>) => fc.option(mostly(usual), { nil: undefined, freq: 12 })
  const shape = (fields: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
    mostly(fc.record(Object.fromEntries(Object.entries(fields).map(([name, usual]) => [name, field(usual)]))))
  const words = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('/start', '/status 1', '/new', '//x', '/take', '/resolve', '/retract'),
  )
  const user = shape({
    id: fc.constantFrom(...people),
    is_bot: fc.boolean(),
    first_name: words,
    language_code: fc.string(),
  })
  const chat = shape({
    id: fc.constantFrom(...people, groupId),
    type: fc.constantFrom('private', 'supergroup', 'group', 'channel'),
    title: words,
  })
  const file = shape({ file_id: fc.string(), file_unique_id: fc.string(), file_size: fc.integer() })
  const entity = shape({
    type: fc.constantFrom('bot_command', 'bold', 'text_mention'),
    offset: fc.integer({ max: 9 }),
    length: fc.integer({ max: 99 }),
  })
  const fields = {
    ...{
      message_id: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
      date: fc.nat(),
      from: user,
      chat,
      text: words,
    },
    ...{
      entities: fc.array(entity, { maxLength: 3 }),
      caption: words,
      photo: fc.array(file, { maxLength: 2 }),
      document: file,
      sticker: file,
    },
    ...{
      media_group_id: fc.string(),
      message_thread_id: fc.nat(99),
      is_topic_message: fc.boolean(),
      sender_chat: chat,
    },
    ...{
      contact: shape({ phone_number: words, first_name: words }),
      location: shape({ latitude: fc.double(), longitude: fc.double() }),
    },
    ...{
      migrate_to_chat_id: fc.integer(),
      pinned_message: fc.boolean(),
      forum_topic_created: shape({ name: words }),
    },
  }
  const message = shape({ ...fields, reply_to_message: shape(fields) })
  const data = fc.oneof(
    fc
      .tuple(fc.constantFrom('m', 'l', 'i', 'd', 'ts', 't', 'o', 's', 'p', 'a'), fc.string(), fc.string())
      .map((all) => all.join(':')),
    fc.string({ maxLength: 300 }),
  )
  const tap = shape({ id: fc.string(), from: user, message, data, chat_instance: fc.string() })
  const member = shape({ user, status: fc.constantFrom('member', 'left', 'kicked', 'administrator') })
  const change = shape({ chat, from: user, date: fc.nat(), old_chat_member: member, new_chat_member: member })
  const of = (kind: string, payload: fc.Arbitrary<unknown>) => fc.tuple(fc.constant(kind), payload)
  return fc.oneof(
    of('message', message),
    of('edited_message', message),
    of('callback_query', tap),
    of('chat_member', change),
    of('hologram', message),
  ) as fc.Arbitrary<[string, object]>
}
