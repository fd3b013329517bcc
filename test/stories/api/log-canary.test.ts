import { expect, test } from 'vitest'
import { CRM_TOKEN, openApiShop, SHOP_TOKEN } from '../../support/api-story.ts'
import { openEventReceiver } from '../../support/event-receiver.ts'
import { fileTicket } from '../../support/file-ticket.ts'

test('what other systems write, and what lets them in, is in no line of the log', async () => {
  const lines: string[] = []
  const receiver = await openEventReceiver()
  const { shop, api } = await openApiShop({ env: receiver.env, logTo: (line) => lines.push(line) })
  const anna = shop.customer()
  const { number } = await fileTicket(shop, anna)
  await api.post(`/api/v1/tickets/${number}/replies`, { text: 'Канарейка отвечает' })
  await api.post(`/api/v1/tickets/${number}/replies`, { text: 'Канарейка', more: 1 })
  await api.post(`/api/v1/tickets/${number}/replies`, '{"text":"Канарейка')
  await api.get('/api/v1/tickets', { authorization: 'Bearer canary-token' })
  receiver.answer = (response) => void response.socket?.destroy()
  await api.post(`/api/v1/tickets/${number}/status`, { action: 'resolve' })
  await expect.poll(() => lines.some((line) => line.includes('does not take them'))).toBe(true)
  receiver.answer = (response) => void response.writeHead(204).end()
  await shop.settled()
  const log = lines.join('\n')
  const { EVENTS_URL = '', EVENTS_SECRET = '' } = receiver.env
  for (const secret of ['анарейк', 'canary', SHOP_TOKEN, CRM_TOKEN, EVENTS_SECRET, EVENTS_URL, 'of=desk'])
    expect(log).not.toContain(secret)
  expect(log).not.toMatch(/\\u04[0-9a-f]{2}/i)
  expect(log).toContain('postEvent')
}, 60_000)
