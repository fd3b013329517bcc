import type { Person } from '../../src/simulator/driver/person.ts'
import type { Simulator } from '../../src/simulator/simulator.ts'

/** One thing a customer does, as soon as the chat shows what it answers. */
interface Step {
  readonly when: RegExp
  readonly act: (person: Person) => void
}

const tap = (when: RegExp, button: string): Step => ({ when, act: (person) => void person.tap(button) })
const write = (when: RegExp, text: string): Step => ({ when, act: (person) => void person.sendText(text) })

/** The form from the first to the last step, over and over; consent is asked the first time only. */
const FORM: readonly Step[] = [
  tap(/С чем связан вопрос/, 'Доставка'),
  tap(/Что именно случилось/, 'Заказ не привезли вовремя'),
  write(/Номер заказа/, '12345678-0001'),
  write(/Опишите суть/, 'Заказ обещали привезти вчера, курьер так и не позвонил.'),
  tap(/Фото и чеки/, 'Пропустить'),
  tap(/Проверьте, всё ли верно/, 'Отправить'),
  write(/Обращение № .* принято/, '/new'),
]
const CONSENT = tap(/Прежде чем начать/, 'Согласен, продолжить')

export interface Crowd {
  /** Resolves when the bot has been told so many updates more. */
  sent(updates: number): Promise<void>
  /** Nobody begins anything new. */
  leave(): void
}

/** Customers who fill in the form again and again, each as fast as the bot answers. */
export function fillInForms(sim: Simulator, size: number): Crowd {
  return createCrowd(sim, size, '/new', (person, shown, at) => {
    if (CONSENT.when.test(shown)) CONSENT.act(person)
    else if (FORM[at]?.when.test(shown)) FORM[at].act(person)
    else return at
    return CONSENT.when.test(shown) ? at : (at + 1) % FORM.length
  })
}

/** People who write a line, wait for the answer and write the next. */
export function chat(sim: Simulator, size: number): Crowd {
  return createCrowd(sim, size, 'Здравствуйте', (person, _, at) => {
    person.sendText('Заказ обещали привезти вчера, курьер так и не позвонил.')
    return at + 1
  })
}

/** Customers who write without waiting for an answer: a form begun, its description, more to it, menus. */
export function createRush(sim: Simulator, size: number): { write(updates: number): void } {
  const people = Array.from({ length: size }, (_, index) =>
    sim.createUser({ firstName: `Customer ${index + 1}`, languageCode: 'ru' }),
  )
  const lines = [
    '/new',
    'Заказ обещали привезти вчера, курьер так и не позвонил.',
    '/tickets',
    'Коробка помята',
    '/help',
  ]
  let written = 0
  return {
    write(updates) {
      for (const end = written + updates; written < end; written += 1) {
        const line = lines[Math.floor(written / size) % lines.length]
        people[written % size]?.sendText(line ?? '/help')
      }
    },
  }
}

/** @param answer what a person does when shown a text; returns how far they are now */
function createCrowd(
  sim: Simulator,
  size: number,
  firstWords: string,
  answer: (person: Person, shown: string, at: number) => number,
): Crowd {
  const people = new Map<number, { person: Person; at: number }>()
  let hasLeft = false
  let told = 0
  let awaited: { count: number; resolve: () => void } | null = null
  const count = () => {
    told += 1
    if (awaited === null || told < awaited.count) return
    awaited.resolve()
    awaited = null
  }
  sim.onCall(({ method, params, applied }) => {
    const known = people.get(Number(params.chat_id))
    if (hasLeft || !applied || known === undefined) return
    if (method !== 'sendMessage' && method !== 'editMessageText') return
    // After the answer has been sent: people are no part of the server.
    setImmediate(() => {
      const at = answer(known.person, String(params.text), known.at)
      if (at === known.at && !CONSENT.when.test(String(params.text))) return
      known.at = at
      count()
    })
  })
  for (let index = 0; index < size; index += 1) {
    const person = sim.createUser({ firstName: `Customer ${index + 1}`, languageCode: 'ru' })
    people.set(person.id, { person, at: 0 })
    person.sendText(firstWords)
    count()
  }
  return {
    sent: (updates) =>
      new Promise((resolve) => {
        awaited = { count: told + updates, resolve }
      }),
    leave() {
      hasLeft = true
    },
  }
}
