import { expect, test } from 'vitest'
import { openApiShop } from '../../support/api-story.ts'
import { type EventReceiver, inWords, openEventReceiver } from '../../support/event-receiver.ts'
import { fileTicket } from '../../support/file-ticket.ts'
import { openShop, type Shop, type ShopOptions } from '../../support/open-shop.ts'

const SOON = { firstMs: 5, maxMs: 20 }

async function aToldShop(options: ShopOptions = {}) {
  const receiver = await openEventReceiver()
  const opened = await openApiShop({ backoff: SOON, ...options, env: receiver.env })
  const anna = opened.shop.customer()
  return { ...opened, receiver, anna }
}

/** A ticket's whole life: filed, taken, answered, asked about, answered by the customer, resolved, closed, rated. */
async function live({ shop, anna }: { shop: Shop; anna: ReturnType<Shop['customer']> }) {
  const agent = shop.group.as(shop.agent())
  const { number, topic = 0 } = await fileTicket(shop, anna)
  const acts = [
    () => agent.sendText('/take', { topic }),
    () => agent.sendText('Проверяем', { topic }),
    () => agent.sendText('// никому', { topic }),
    () => agent.sendText('/pending', { topic }),
    () => anna.sendText('Вот, канарейка'),
    () => agent.sendText('/resolve', { topic }),
    () => anna.tap('Вопрос решён'),
    () => anna.tap(/отлично/),
  ]
  for (const act of acts) {
    act()
    await shop.settled()
  }
  return number
}

const LIFE = [
  'ticket.opened',
  'ticket.assigned',
  'ticket.status_changed new open',
  'ticket.replied agent',
  'ticket.status_changed open pending',
  'ticket.replied customer',
  'ticket.status_changed pending open',
  'ticket.status_changed open resolved',
  'ticket.status_changed resolved closed',
  'ticket.rated 5',
]

test('another system is told of a ticket’s whole life, signed, in order, without a word of anybody', async () => {
  const told = await aToldShop()
  const { receiver, shop, api } = told
  const number = await live(told)
  await shop.settled()
  expect(receiver.faults).toEqual([])
  expect(receiver.taken()).toEqual(LIFE)
  const last = receiver.calls.at(-1)?.event
  expect(last?.ticket).toMatchObject({ number, status: 'closed', category: 'delivery', problem: 'late' })
  const heard = JSON.stringify(receiver.calls)
  for (const word of ['канарейка', 'Анна', 'Проверяем', 'курьер', String(told.anna.user.id)])
    expect(heard).not.toContain(word)
  // A reply is told by its id, under which it can be read.
  const { body } = await api.get(`/api/v1/tickets/${number}`)
  const ids = receiver.calls.flatMap(({ event }) => event.change.messageId ?? [])
  expect(body.messages.map(({ id }: { id: string }) => id)).toEqual(ids)
})

test('what happens through the API is told, too', async () => {
  const { shop, api, receiver, anna } = await aToldShop()
  await fileTicket(shop, anna)
  const { body } = await api.post('/api/v1/tickets', {
    ...{ customer: { telegramId: anna.user.id }, category: 'delivery', problem: 'late', orderNumber: null },
    description: 'Посылка лежит на складе третий день.',
  })
  await api.post(`/api/v1/tickets/${body.ticket.number}/replies`, { text: 'Ищем' })
  await shop.settled()
  const ours = receiver.calls.filter(({ event }) => event.ticket.number === body.ticket.number)
  expect(ours.map(({ event }) => inWords(event))).toEqual([
    'ticket.opened',
    ...['ticket.replied agent', 'ticket.assigned', 'ticket.status_changed new open'],
  ])
})

type Trouble = (receiver: EventReceiver) => EventReceiver['answer']

/** Each call fails in its way until it is made for the third time. */
const untilThird =
  (fail: EventReceiver['answer']): Trouble =>
  (receiver) =>
  (response, call) =>
    receiver.calls.filter(({ id }) => id === call.id).length < 3
      ? fail(response, call)
      : void response.writeHead(204).end()

test.each<[string, Trouble]>([
  ['answers 500', untilThird((response) => void response.writeHead(500).end('<h1>trouble</h1>'))],
  ['answers 429', untilThird((response) => void response.writeHead(429).end())],
  ['answers 404', untilThird((response) => void response.writeHead(404).end())],
  ['sends elsewhere', untilThird((response) => void response.writeHead(302, { location: '/' }).end())],
  ['loses its answers', untilThird((response) => void response.socket?.destroy())],
])(
  'a receiver that %s hears all at last, in order, under the same ids',
  async (_, trouble) => {
    const told = await aToldShop()
    told.receiver.answer = trouble(told.receiver)
    await live(told)
    await expect.poll(() => told.receiver.taken(), { timeout: 30_000 }).toEqual(LIFE)
    expect(told.receiver.faults).toEqual([])
    const bodies = new Map<string, Set<string>>()
    for (const { id, body } of told.receiver.calls) bodies.set(id, (bodies.get(id) ?? new Set()).add(body))
    expect(bodies.size).toBe(LIFE.length)
    for (const [id, said] of bodies) expect(said.size, `bodies of ${id}`).toBe(1)
  },
  60_000,
)

test('the events of one ticket wait for each other, and not for those of another', async () => {
  const { shop, api, receiver, anna } = await aToldShop()
  const vera = shop.customer('Вера')
  const { number } = await fileTicket(shop, anna)
  await fileTicket(shop, vera)
  const before = receiver.taken().length
  let refused: string | null = null
  receiver.answer = (response, { id, event }) => {
    if (event.ticket.number === number) refused ??= id
    response.writeHead(id === refused ? 503 : 204).end()
  }
  for (const text of ['Раз', 'Два', 'Три']) anna.sendText(text)
  await shop.sim.waitFor(() => shop.group.screen().includes('Три'), { what: 'her words' })
  const calls = () => receiver.calls.filter(({ id }) => id === refused).length
  await expect.poll(calls, { timeout: 20_000 }).toBeGreaterThan(3)
  vera.sendText('И я')
  await expect.poll(() => receiver.taken().length, { timeout: 20_000 }).toBe(before + 1)
  expect(
    new Set(receiver.calls.filter(({ event }) => event.ticket.number === number).map(({ id }) => id)).size,
  ).toBe(2)

  receiver.answer = (response) => void response.writeHead(204).end()
  await shop.settled()
  const { body } = await api.get(`/api/v1/tickets/${number}`)
  const told = receiver.calls.filter(({ event }) => event.ticket.number === number)
  const ids = [...new Set(told.flatMap(({ event }) => event.change.messageId ?? []))]
  expect(ids).toEqual(body.messages.map(({ id }: { id: string }) => id))
}, 60_000)

test('a receiver that does not answer holds up neither customers nor agents, and a restart loses nothing', async () => {
  const told = await aToldShop()
  const { receiver, shop, anna } = told
  const held: (() => void)[] = []
  receiver.answer = (response) => void held.push(() => response.destroy())
  const agent = shop.group.as(shop.agent())
  await fileWhileHeld(shop, anna)
  const topic = shop.group.topics()[0]?.id ?? 0
  agent.sendText('Проверяем', { topic })
  await shop.sim.waitFor(() => anna.screen().includes('Проверяем'), { what: 'the answer' })
  expect(receiver.calls.map(({ event }) => event.type)).toEqual(['ticket.opened'])

  receiver.answer = (response) => void response.writeHead(204).end()
  const restarted = shop.restart()
  for (const end of held) end()
  await restarted
  await expect.poll(() => receiver.taken().length, { timeout: 30_000 }).toBe(4)
  expect(receiver.taken()[0]).toBe('ticket.opened')
  expect(
    new Set(receiver.calls.filter(({ event }) => event.type === 'ticket.opened').map(({ id }) => id)).size,
  ).toBe(1)
}, 60_000)

test('an event that is not wanted is dropped, and the next one is told', async () => {
  const told = await aToldShop()
  const { receiver, shop, anna } = told
  receiver.answer = (response, { event }) =>
    void response.writeHead(event.type === 'ticket.opened' ? 410 : 204).end()
  await fileTicket(shop, anna)
  anna.sendText('Есть новости?')
  await shop.settled()
  expect(receiver.calls.map(({ event }) => event.type)).toEqual(['ticket.opened', 'ticket.replied'])
  expect(receiver.taken()).toEqual(['ticket.replied customer'])
})

test('without EVENTS_URL nothing is promised; what was promised before is dropped without a fault', async () => {
  const told = await aToldShop()
  const { receiver, shop, anna } = told
  receiver.answer = (response) => void response.writeHead(503).end()
  await fileWhileHeld(shop, anna)
  await shop.restart({ env: {} })
  anna.sendText('Есть новости?')
  await shop.settled()
  expect(receiver.taken()).toEqual([])
  const plain = await openShop()
  await fileTicket(plain, plain.customer())
  expect(await plain.desk().database.outbox.depth()).toBe(0)
})

/** The form, without waiting for the receiver. */
async function fileWhileHeld(shop: Shop, anna: ReturnType<Shop['customer']>): Promise<void> {
  const step = async (act: () => void, shows: RegExp) => {
    act()
    await shop.sim.waitFor(() => anna.screen().match(shows) !== null, { what: String(shows) })
  }
  await step(() => anna.sendText('/new'), /Согласен/)
  await step(() => anna.tap(/Согласен/), /Доставка/)
  await step(() => anna.tap('Доставка'), /вовремя/)
  await step(() => anna.tap(/вовремя/), /нет номера/)
  await step(() => anna.sendText('12345678-0001'), /случилось|Опишите/i)
  await step(() => anna.sendText('Заказ обещали привезти вчера, курьер не позвонил.'), /Фото и чеки/)
  await step(() => anna.tap('Пропустить'), /Отправить/)
  await step(() => anna.tap('Отправить'), /принято/)
  await shop.sim.waitFor(() => shop.group.topics().length > 0, { what: 'the topic' })
}
