import { expect, test } from 'vitest'
import type { Person } from '../../src/simulator/driver/person.ts'
import { fileShort, wordsOf } from '../support/customer-story.ts'
import { queryTestDatabase } from '../support/database.ts'
import { openShop, type Shop } from '../support/open-shop.ts'

const SEEDS = Array.from({ length: 6 }, (_, index) => index + 1)
const ACTIONS = 45
/** Buttons by which a customer drops on purpose what was written. */
const DROPPING = /Отменить|Начать заново|Не отправлять|Назад|Убрать|Описание|тозвать|English/
const FORM = /Вы согласны|С чем связан|Что именно|Номер заказа|Что случилось|Фото и чеки|Проверьте/

/** Chance that can be told again: https://en.wikipedia.org/wiki/Linear_congruential_generator */
function createChance(seed: number) {
  let state = seed * 7919
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(next() * all.length)]
  return { next, pick }
}

type Chance = ReturnType<typeof createChance>

/** One customer's doings: what each does, and how often it comes compared to the others. */
function createDoings(shop: Shop, anna: Person, seed: number) {
  const chance = createChance(seed)
  const oleg = shop.agent()
  /** The words of each message, as they stand now. */
  const said = new Map<number, string>()
  let count = 0
  const story = () => {
    count += 1
    return `слово${seed}x${count} и длинная история${chance.next() < 0.1 ? 'ж'.repeat(900) : ''}`
  }
  const say = (send: (text: string) => { message_id: number }) => {
    const text = story()
    said.set(send(text).message_id, text)
  }
  const edit = () => {
    const own = anna.messages().filter(({ message_id, text }) => said.has(message_id) && text !== undefined)
    const message = chance.pick(own)
    if (message !== undefined) say((text) => anna.editText(message.message_id, text))
  }
  const doings: readonly (readonly [number, () => void])[] = [
    [50, () => tapSomething(anna, chance)],
    [12, () => say((text) => anna.sendText(text))],
    [4, () => say((text) => anna.sendText(text, { replyTo: chance.pick(anna.messages())?.message_id ?? 0 }))],
    [6, () => say((caption) => anna.sendPhoto({ caption }))],
    [
      4,
      () =>
        void anna.sendAlbum([{ kind: 'photo' }, { kind: 'photo' }, { kind: 'photo' }], { order: [2, 0, 1] }),
    ],
    [4, () => void anna.sendVoice({})],
    [
      6,
      () => void anna.sendText(chance.pick(['/new', '/start', '/tickets', '/help', '/language']) ?? '/new'),
    ],
    [6, edit],
    [4, () => agentActs(shop, oleg, chance.pick(['/resolve', '/take', '/pending', 'Ответ']) ?? '/take')],
  ]
  const total = doings.reduce((sum, [weight]) => sum + weight, 0)
  const act = () => {
    let left = chance.next() * total
    for (const [weight, doing] of doings) {
      left -= weight
      if (left < 0) return doing()
    }
  }
  return { act, said, chance }
}

/** Any button of the chat, the newest message's above all; now and then twice. */
function tapSomething(anna: Person, chance: Chance): void {
  const buttons = anna
    .messages()
    .flatMap(({ message_id, reply_markup }) =>
      (reply_markup?.inline_keyboard.flat() ?? [])
        .filter(({ text }) => !DROPPING.test(text))
        .map(({ callback_data = '' }) => ({ message_id, callback_data })),
    )
  const newest = buttons.filter(({ message_id }) => message_id === buttons.at(-1)?.message_id)
  const button = chance.pick(chance.next() < 0.7 ? newest : buttons)
  if (button === undefined) return
  for (let times = chance.next() < 0.2 ? 2 : 1; times > 0; times -= 1)
    anna.tapData(button.message_id, button.callback_data)
}

function agentActs(shop: Shop, oleg: Person, text: string): void {
  const topic = shop.group.topics()[0]
  if (topic !== undefined) shop.group.as(oleg).sendText(text, { topic: topic.id })
}

/** What was no answer to the question for an address or a number is quoted to the customer. */
function givenBack(anna: Person): string {
  return anna
    .messages()
    .map(wordsOf)
    .filter((words) => words.startsWith('Вы написали «'))
    .join()
}

test.each(SEEDS)(
  'whatever a restless customer does, nothing typed is lost, no call is refused, one form is open (%i)',
  async (seed) => {
    const shop = await openShop()
    const anna = shop.customer()
    await fileShort(shop, anna, { category: 'Доставка', problem: 'Жалоба на курьера' })
    const { act, said, chance } = createDoings(shop, anna, seed)
    for (let done = 0; done < ACTIONS; done += 1) {
      act()
      if (chance.next() < 0.8) await shop.settled()
      if (chance.next() < 0.03) await shop.restart()
    }
    await shop.settled()
    const waiting = await queryTestDatabase(
      shop.location,
      'SELECT body FROM drafts UNION ALL SELECT body FROM parked_messages',
    )
    const kept = shop.group.screen() + waiting.map(({ body }) => String(body)).join() + givenBack(anna)
    const refused = /уже не учесть/.test(anna.screen())
    const lost = [...said.values()].filter((text) => !kept.includes(`${text.split(' ')[0]} `))
    if (!refused) expect(lost, anna.screen()).toEqual([])
    const forms = anna.messages().filter((message) => message.reply_markup && FORM.test(wordsOf(message)))
    expect(forms.length, anna.screen()).toBeLessThanOrEqual(1)
    const failed = await queryTestDatabase(
      shop.location,
      'SELECT error FROM inbox_events WHERE error IS NOT NULL',
    )
    expect(failed).toEqual([])
  },
)
