import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Message } from '../../../src/simulator/bot-api/types.ts'
import type { Group } from '../../../src/simulator/driver/group.ts'
import type { Person } from '../../../src/simulator/driver/person.ts'
import type { Act, ActorView } from '../../../src/simulator/playground/act-protocol.ts'
import type { Simulator } from '../../../src/simulator/simulator.ts'
import { drain } from '../bot-side.ts'
import { openStage, type Stage } from './acts/open-stage.ts'
import { done, readEvents, refusalOf } from './page-side.ts'

let stage: Stage
let sim: Simulator
let olga: Person
let ivan: Person
let group: Group
beforeEach(async () => {
  stage = await openStage()
  ;({ sim, olga, group } = stage)
  ivan = sim.createUser({ firstName: 'Иван' })
  group.join(olga, { as: 'administrator' })
  group.join(ivan)
  group.linkChannel()
  await drain(sim)
})
afterEach(() => stage.stop())

const NAMES = ['person', 'anonymous', 'channel'] as const
type Name = (typeof NAMES)[number]
const actorOf = (as: Name, person = olga): ActorView => ({ as, personId: person.id })
const send = (as: Name, person?: Person): Act => ({
  ...{ do: 'send-text', text: as, actor: actorOf(as, person), place: { chatId: group.id } },
})

test('who writes as the linked channel sends a message of the channel, which is no post of it', async () => {
  await done(sim, send('channel'))
  const [message] = (await drain(sim)).map((update) => update.message as Message)
  expect(message?.sender_chat).toMatchObject({ id: group.linkChannel(), type: 'channel' })
  expect(message?.from).toMatchObject({ username: 'Channel_Bot' })
  expect(message).not.toHaveProperty('is_automatic_forward')
})

test('who is not in the group does not write there as the channel either', async () => {
  group.leave(ivan)
  expect(await refusalOf(sim, send('channel', ivan))).toEqual({
    reason: 'no-member',
    name: 'Иван',
    title: 'Staff',
  })
})

test('the page is told whose account wrote, whatever name is shown', async () => {
  const page = await readEvents(sim)
  for (const as of NAMES) await done(sim, send(as))
  await done(sim, send('channel', ivan))
  const authors = []
  for (const as of NAMES) {
    const { authorId } = await page.findMessage(({ message }) => message.text === as)
    authors.push(authorId)
  }
  const byIvan = await page.findMessage(
    ({ authorId, message }) => authorId === ivan.id && message.text !== undefined,
  )
  page.close()
  expect(authors).toEqual([olga.id, olga.id, olga.id])
  expect(byIvan.message.sender_chat?.type).toBe('channel')
})

test.each(NAMES)(
  'what one wrote as %s one edits and deletes in any name; nobody else edits it',
  async (as) => {
    const { messageId = 0 } = await done(sim, send(as))
    const on = (actor: ActorView) => ({ actor, chatId: group.id, messageId })
    for (const name of NAMES) {
      await done(sim, { do: 'edit', text: `edited as ${name}`, ...on(actorOf(name)) })
      expect(group.messages().at(-1)?.text).toBe(`edited as ${name}`)
    }
    const byIvan = on(actorOf('channel', ivan))
    expect(await refusalOf(sim, { do: 'edit', text: 'x', ...byIvan })).toEqual({ reason: 'edit-others' })
    expect(await refusalOf(sim, { do: 'delete', ...byIvan })).toEqual({ reason: 'delete-others' })
    await done(sim, { do: 'delete', ...on(actorOf('person')) })
    expect(group.messages().map(({ message_id }) => message_id)).not.toContain(messageId)
  },
)
