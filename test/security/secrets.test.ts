import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStaffStory } from '../support/staff-story.ts'

const WORDS = 'Тайна-о-посылке'
const PHONE = '+79990001122'

test('with faults on every side neither the token nor people’s words reach the log, and the token nothing else', {
  timeout: 120_000,
}, async () => {
  const lines: string[] = []
  const story = await openStaffStory({
    logTo: (line) => lines.push(line),
    mayBeRefused: true,
    mayLeaveTaps: true,
    backoff: { firstMs: 1, maxMs: 20 },
    description: `${WORDS}: коробка пришла пустая`,
  })
  const { shop, anna, agent, topic } = story
  for (const kind of ['error-500', 'html-502', 'close-before', 'truncated'] as const) {
    shop.sim.faults.add({ method: '*', kind, times: 2 })
    anna.sendText(WORDS)
    agent.sendText(WORDS, { topic })
    await shop.settled()
  }
  anna.sendContact({ phoneNumber: PHONE })
  anna.sendDocument({ fileName: `${WORDS}.pdf` })
  // Nothing a handler can work: it fails to the end, with all its errors logged.
  const chat = { id: anna.id, type: 'private' }
  const message = { message_id: 900_000, date: 1, from: anna.user, chat, text: WORDS, entities: 5 }
  shop.sim.world.updates.queue.add('message', message)
  shop.sim.world.updates.poll.wake()
  await shop.settled()
  const secret = shop.sim.token.split(':')[1] ?? ''
  const log = lines.join('')
  expect(log).toContain('Call not answered with ok')
  expect(log).toContain('Event given up')
  for (const hidden of [secret, WORDS, PHONE, '/file/bot']) expect(log, hidden).not.toContain(hidden)
  for (const { method, params } of shop.sim.calls)
    expect(JSON.stringify(params), method).not.toContain(secret)
  const { dataDir } = shop.location
  for (const file of readdirSync(dataDir)) {
    const bytes = readFileSync(join(dataDir, file)).toString('latin1')
    for (const hidden of [secret, '/file/bot'])
      expect(bytes.includes(hidden), `${hidden} in ${file}`).toBe(false)
  }
})
