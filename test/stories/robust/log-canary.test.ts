import { expect, test } from 'vitest'
import { freePort } from '../../support/free-port.ts'
import { openShop } from '../../support/open-shop.ts'
import { tellStory } from '../../support/whole-story.ts'

const SECRET = 'canary-of-the-webhook'

test('a whole story leaves no word, name, phone or secret in the log, and can be followed there', async () => {
  const lines: string[] = []
  const port = await freePort()
  const shop = await openShop({
    env: {
      WEBHOOK_URL: `http://127.0.0.1:${port}/hidden-path`,
      WEBHOOK_SECRET: SECRET,
      PORT: String(port),
    },
    logTo: (line) => lines.push(line),
  })
  const { said, customer } = await tellStory(shop)
  customer.sendContact({ phoneNumber: '+79991234567', firstName: 'Канарейка' })
  await shop.settled()
  const log = lines.join('\n')
  const secrets = [
    ...said.map(({ marker }) => marker),
    ...['Анна', 'Олег', 'Канарейка', '79991234567', 'курьер'],
    ...[shop.sim.token, shop.sim.token.split(':')[1] ?? '', SECRET, 'hidden-path'],
  ]
  expect(secrets.filter((secret) => log.includes(secret))).toEqual([])
  // Nor in any other spelling: nothing of what people wrote, in Cyrillic, gets through but our own words.
  expect(log).not.toMatch(/\\u04[0-9a-f]{2}/i)

  const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  const opened = told.find((line) => JSON.stringify(line.changes) === '["opened"]')
  expect(opened).toMatchObject({
    level: 'info',
    msg: 'Event worked',
    mark: 'done',
    tickets: [expect.any(String)],
  })
  const arrived = told.find(({ msg, updateId }) => msg === 'Update stored' && updateId === opened?.updateId)
  expect(arrived).toMatchObject({ level: 'debug', door: 'webhook' })
  const promised = new Set(opened?.callIds as string[] | undefined)
  const ended = told.filter(({ msg, callId }) => msg === 'Call ended' && promised.has(String(callId)))
  expect([ended.length, promised.size > 0]).toEqual([promised.size, true])
}, 180_000)
