import type { Message } from '../../src/simulator/bot-api/types.ts'
import type { Actions, Person } from '../../src/simulator/driver/person.ts'
import { wordsIn } from './message-words.ts'
import type { Shop } from './open-shop.ts'

export interface Telling {
  /** Every button is tapped so many times. */
  readonly taps?: 1 | 2
  /** Which part of an album the bot hears of at each place; by default their own order. */
  readonly order?: (parts: number) => readonly number[]
}

/** Something one side said that the other must see. */
export interface Said {
  readonly by: 'customer' | 'agent'
  /** Stands in the text or the caption of what is shown. */
  readonly marker: string
}

export interface Told {
  readonly customer: Person
  /** In the order they were said, side by side; what was retracted is not among them. */
  readonly said: readonly Said[]
}

/** A person's words in one place, each acted out only when the desk has come to rest. */
interface Voice {
  tap(text: string | RegExp): Promise<void>
  does(act: (actions: Actions) => void): Promise<void>
}

/**
 * The whole story of one ticket: filed with an album of five photos, taken, talked over with nearly every kind of
 * message in both directions, edited, retracted, asked back, resolved and closed.
 */
export async function tellStory(shop: Shop, telling: Telling = {}): Promise<Told> {
  const anna = shop.customer('Анна')
  const oleg = shop.agent('Олег')
  const said: Said[] = []
  const order = telling.order ?? ((parts: number) => [...Array(parts).keys()])
  const customer = voice(shop, anna, () => anna.messages(), telling)
  const agent = voice(shop, shop.group.as(oleg), () => shop.group.messages(), telling)
  const says = (by: Said['by'], ...markers: string[]) => {
    for (const marker of markers) said.push({ by, marker })
  }
  await file(customer, order, says)
  const place = () => placeOf(shop, lastCard(shop))
  await agent.tap('Взять')
  await talk({ shop, anna, customer, agent, order, says, place })
  await agent.tap('Ждём клиента')
  says('customer', 'Клиент: проверила')
  await customer.does((me) => me.sendText('Клиент: проверила, не пришло.'))
  await agent.tap('Решено')
  await customer.tap('Вопрос решён')
  await customer.does((me) => me.sendText('/tickets'))
  return { customer: anna, said }
}

type Says = (by: Said['by'], ...markers: string[]) => void

async function file(customer: Voice, order: (parts: number) => readonly number[], says: Says): Promise<void> {
  await customer.does((me) => me.sendText('/start'))
  await customer.tap('Новое обращение')
  await customer.tap(/Согласен/)
  await customer.tap('Доставка')
  await customer.tap(/вовремя/)
  await customer.tap(/нет номера/)
  await customer.tap(/без номера/)
  says('customer', 'Заказ обещали привезти вчера')
  await customer.does((me) => me.sendText('Заказ обещали привезти вчера, курьер не позвонил.'))
  const photos = [1, 2, 3, 4, 5].map((n) => `Снимок ${n}`)
  says('customer', ...photos)
  await customer.does((me) =>
    me.sendAlbum(
      photos.map((caption) => ({ kind: 'photo' as const, caption })),
      { order: order(5) },
    ),
  )
  await customer.tap('Готово')
  await customer.tap('Отправить')
}

interface Talk {
  readonly shop: Shop
  readonly anna: Person
  readonly customer: Voice
  readonly agent: Voice
  readonly order: (parts: number) => readonly number[]
  readonly says: Says
  readonly place: () => Place
}

async function talk({ shop, anna, customer, agent, order, says, place }: Talk): Promise<void> {
  const album = (side: string, parts: number) =>
    Array.from({ length: parts }, (_, n) => ({ kind: 'photo' as const, caption: `${side}: вид ${n + 1}` }))
  const captions = (parts: readonly { caption: string }[]) => parts.map(({ caption }) => caption)

  says('agent', 'Агент: здравствуйте', 'Агент: схема')
  await agent.does((me) => me.sendText('Агент: здравствуйте, уже ищем.', place()))
  await agent.does((me) => me.sendPhoto({ caption: 'Агент: схема', ...place() }))
  await agent.does((me) => me.sendText('// проверить склад', place()))
  says('customer', 'Клиент: спасибо', 'Клиент: голос', 'Клиент: чек')
  await customer.does((me) => me.sendText('Клиент: спасибо, жду.', { replyTo: lastOf(anna, /схема/) }))
  await customer.does((me) => me.sendVoice({ caption: 'Клиент: голос' }))
  await customer.does((me) => me.sendDocument({ caption: 'Клиент: чек' }))

  const views = { agent: album('Агент', 2), customer: album('Клиент', 3) }
  says('agent', ...captions(views.agent))
  await agent.does((me) => me.sendAlbum(views.agent, { ...place(), order: order(2) }))
  says('customer', ...captions(views.customer))
  await customer.does((me) => me.sendAlbum(views.customer, { order: order(3) }))

  await agent.does((me) => me.editText(lastSaid(shop, 'Агент: здравствуйте'), 'Агент: здравствуйте (нашли!)'))
  await agent.does((me) => me.sendText('Агент: не туда', place()))
  await agent.does((me) => me.sendText('/retract', { replyTo: lastSaid(shop, 'Агент: не туда') }))
  says('agent', 'Агент: голос')
  await agent.does((me) => me.sendVoice({ caption: 'Агент: голос', ...place() }))
  await agent.does((me) => me.sendDice({ value: 3, ...place() }))
  await customer.does((me) => me.editText(lastOf(anna, /спасибо/), 'Клиент: спасибо, очень жду.'))
}

/** Where an agent writes: in the ticket's topic, or in reply to its card where there is none. */
interface Place {
  readonly topic?: number
  readonly replyTo?: number
}

function placeOf({ group }: Shop, card: Message): Place {
  const id = card.message_thread_id
  return id !== undefined && group.topics().some((topic) => topic.id === id)
    ? { topic: id }
    : { replyTo: card.message_id }
}

function lastCard({ group }: Shop): Message {
  const card = group.messages().findLast((message) => message.reply_markup !== undefined)
  if (card === undefined) throw new Error(`No card in the group:\n${group.screen()}`)
  return card
}

function lastOf(person: Person, text: RegExp): number {
  const found = person.messages().findLast((message) => text.test(wordsIn(message)))
  if (found === undefined) throw new Error(`Nothing like ${text} on the screen:\n${person.screen()}`)
  return found.message_id
}

/** The agent's own message that begins so. */
function lastSaid({ group, sim }: Shop, text: string): number {
  const own = (message: Message) => message.from?.id !== sim.botId && message.text?.startsWith(text)
  const found = group.messages().findLast(own)
  if (found === undefined) throw new Error(`Nobody said “${text}”`)
  return found.message_id
}

function voice(shop: Shop, actions: Actions, shown: () => readonly Message[], telling: Telling): Voice {
  const find = (text: string | RegExp) => {
    const matches = (label: string) => (typeof text === 'string' ? label === text : text.test(label))
    for (const message of [...shown()].reverse()) {
      const buttons = message.reply_markup?.inline_keyboard.flat() ?? []
      const button = buttons.find((one) => one.callback_data !== undefined && matches(one.text))
      if (button?.callback_data !== undefined)
        return { messageId: message.message_id, data: button.callback_data }
    }
    return undefined
  }
  return {
    async tap(text) {
      const { messageId, data } = await shop.sim.waitFor(() => find(text), {
        what: `a button ${String(text)}`,
      })
      for (let times = telling.taps ?? 1; times > 0; times -= 1) actions.tapData(messageId, data)
      await shop.settled()
    },
    async does(act) {
      act(actions)
      await shop.settled()
    },
  }
}
