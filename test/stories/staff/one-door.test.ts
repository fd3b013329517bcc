import { expect, test } from 'vitest'
import { queryTestDatabase } from '../../support/database.ts'
import { tapShown } from '../../support/file-ticket.ts'
import { openStaffStory } from '../../support/staff-story.ts'

/** Asked outside handlers: at the start, by the poller, before a handler (membership), after its commit (the tap's answer). */
const DIRECT = [
  ...['getMe', 'getUpdates', 'getChat', 'getChatMember', 'getChatAdministrators'],
  ...['setMyCommands', 'answerCallbackQuery'],
  ...['getMyDescription', 'setMyDescription', 'getMyShortDescription', 'setMyShortDescription'],
]

test('whatever a story sends has gone through the outbox: handlers have no other door to Telegram', async () => {
  const { shop, anna, agent, topic } = await openStaffStory({ photos: 2 })
  agent.tap('Взять', { topic })
  agent.sendText('/name Мария', { topic })
  const wrong = agent.sendText('Не то', { topic })
  agent.sendVoice({ topic })
  await shop.settled()
  agent.editText(wrong.message_id, 'Совсем не то')
  await shop.settled()
  agent.sendText('/retract', { topic, replyTo: wrong.message_id })
  anna.sendText('/tickets')
  agent.sendText('/resolve', { topic })
  await tapShown(shop, anna, 'Вопрос решён')
  await shop.settled()

  const rows = await queryTestDatabase(
    shop.location,
    "SELECT method, count(*) AS n FROM outbox_calls WHERE status = 'sent' GROUP BY method",
  )
  const promised = new Map(rows.map((row) => [String(row.method), Number(row.n)]))
  const sent = shop.sim.calls.filter((call) => !DIRECT.includes(call.method))
  const counted = new Map<string, number>()
  for (const { method, params } of sent) {
    // The dispatcher puts the photos of an album into one call.
    const [kind, parts] = method === 'sendMediaGroup' ? ['sendPhoto', itemsOf(params.media)] : [method, 1]
    counted.set(kind, (counted.get(kind) ?? 0) + parts)
  }
  expect(sent.length).toBeGreaterThan(15)
  expect(Object.fromEntries(counted)).toEqual(Object.fromEntries(promised))
})

function itemsOf(media: unknown): number {
  const items: unknown = typeof media === 'string' ? JSON.parse(media) : media
  return Array.isArray(items) ? items.length : 0
}
