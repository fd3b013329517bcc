import { expect, test } from 'vitest'
import { loadCatalog } from '../../src/config/load-catalog.ts'
import type { InboxBody } from '../../src/delivery/inbox-event.ts'
import { createSystemClock } from '../../src/delivery/system-clock.ts'
import { createIds } from '../../src/persistence/create-ids.ts'
import { createEventHandler } from '../../src/telegram/handle-event.ts'
import { createStaffRoll } from '../../src/telegram/staff-roll.ts'
import { createTapAnswers } from '../../src/telegram/tap-answers.ts'
import { loadTexts } from '../../src/texts/texts.ts'
import { wireSla } from '../../src/wire-sla.ts'
import { BOT_USER } from '../support/bot-user.ts'
import { openTestDatabase } from '../support/database.ts'
import { createFakeTelegram } from '../support/fake-telegram.ts'
import { createTestLog } from '../support/test-log.ts'

const STAFF = -1001

/** What is sent when this event is given up. */
async function sentOnGivingUp(body: InboxBody) {
  const database = await openTestDatabase()
  const clock = createSystemClock()
  const { transport } = createFakeTelegram(clock)
  const catalog = await loadCatalog(null)
  const handler = createEventHandler({
    me: BOT_USER,
    ids: createIds(),
    rules: {
      catalog,
      timeZone: 'UTC',
      reopenWindowDays: 7,
      sla: wireSla(catalog, 'UTC'),
      ticketCard: 'rich',
      staffChatId: STAFF,
    },
    textsFor: loadTexts(),
    defaultLanguage: 'ru',
    now: () => clock.now(),
    log: createTestLog(),
    staff: createStaffRoll(transport, clock),
    taps: createTapAnswers(transport, clock),
    outsideLogs: null,
    linkSecret: null,
  })
  await database.inbox.ingest(BOT_USER.id, [{ lane: 'a', body }], clock.now())
  const lease = await database.inbox.claimLane('a', 'me', clock.now(), 60_000)
  const [event] = await database.inbox.head('a', clock.now(), 1)
  if (lease === null || event === undefined) throw new Error('nothing to give up')
  const unit = database.beginUnit(event, lease, () => clock.now())
  await handler.giveUp(event, unit)
  await unit.commit('failed')
  return (await database.outbox.waiting(0, 10)).map((call) => call.payload)
}

const agent = { id: 6, is_bot: false, first_name: 'Олег' }

test('an agent reads under the very message, in its topic, that nothing was sent to the customer', async () => {
  const chat = { id: STAFF, type: 'supergroup', title: 'Support', is_forum: true }
  const place = { message_thread_id: 77, is_topic_message: true, message_id: 500, date: 0 }
  const message = { ...place, chat, from: agent, text: 'Ответ' }
  const sent = await sentOnGivingUp({ kind: 'update', update: { update_id: 1, message } })
  expect(sent).toEqual([
    expect.objectContaining({
      chat_id: STAFF,
      message_thread_id: 77,
      text: expect.stringContaining('Клиенту ничего не отправили'),
      reply_parameters: expect.objectContaining({ message_id: 500 }),
    }),
  ])
})

test('a customer is told in their own language, the agents in theirs, and neither reads the other’s words', async () => {
  const from = { id: 9, is_bot: false, first_name: 'Ann <b>', language_code: 'en-GB' }
  const message = { message_id: 1, date: 0, chat: { id: 9, type: 'private' }, from, text: 'secret words' }
  const sent = await sentOnGivingUp({ kind: 'update', update: { update_id: 1, message } })
  expect(sent).toEqual([
    expect.objectContaining({ chat_id: 9, text: expect.stringContaining('We could not process') }),
    expect.objectContaining({ chat_id: STAFF, text: expect.stringContaining('Ann &lt;b&gt;') }),
  ])
  expect(JSON.stringify(sent)).not.toContain('secret')
})

test('a fault that is nobody’s message is reported to the staff alone', async () => {
  const sent = await sentOnGivingUp({ kind: 'due', job: 'close-silent', data: 'T' })
  expect(sent).toEqual([expect.objectContaining({ chat_id: STAFF, text: expect.stringContaining('Сбой') })])
})
