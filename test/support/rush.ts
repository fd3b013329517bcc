import type { Clock } from '../../src/simulator/clock.ts'
import type { Person } from '../../src/simulator/driver/person.ts'
import type { Simulator } from '../../src/simulator/simulator.ts'

/** A rush: so many customers file a ticket with three photos each, their beginnings spread evenly, at the pace of people in a hurry. */

/** Between reading a question and answering it. Milliseconds. */
const THINKS_MS = 1_500
const LOOKS_AGAIN_MS = 500
const PHOTOS = 3

export interface Filed {
  readonly customer: Person
  readonly isUrgent: boolean
  /** Stands in the description. */
  readonly marker: string
  /** When "send" was tapped, ms since 1970; null: the bot never got that far. */
  filedAt: number | null
  confirmedAt: number | null
}

interface Step {
  readonly when: RegExp
  readonly act: (filed: Filed, clock: Clock) => void
}

const tap = (when: RegExp, button: string): Step => ({
  when,
  act: ({ customer }, clock) => tapWhenThere(clock, customer, button),
})

/** A bot that is slow to show a button is waited for, as people do. */
function tapWhenThere(clock: Clock, customer: Person, button: string): void {
  if (customer.buttons().some(({ text }) => text === button)) customer.tap(button)
  else clock.setTimer(LOOKS_AGAIN_MS, () => tapWhenThere(clock, customer, button))
}

/** The questions of either bot, and what is done at each; whatever a bot does not ask is not answered. */
const FORM: readonly Step[] = [
  tap(/Прежде чем начать/, 'Согласен, продолжить'),
  tap(/С чем связан вопрос/, 'Доставка'),
  {
    when: /Что именно случилось/,
    act: ({ customer, isUrgent }, clock) =>
      tapWhenThere(clock, customer, isUrgent ? 'Курьер не приехал' : 'Заказ не привезли вовремя'),
  },
  { when: /Номер заказа/, act: ({ customer }) => void customer.sendText('12345678-0001') },
  {
    when: /Опишите суть/,
    act: ({ customer, marker }) => void customer.sendText(`${marker} Заказ обещали привезти вчера.`),
  },
  {
    when: /Фото и чеки/,
    act: ({ customer }, clock) => {
      customer.sendAlbum(Array.from({ length: PHOTOS }, () => ({ kind: 'photo' as const })))
      clock.setTimer(2 * THINKS_MS, () => tapWhenThere(clock, customer, 'Готово'))
    },
  },
  {
    when: /Проверьте, всё ли верно/,
    act: (filed, clock) => {
      filed.filedAt = clock.now()
      filed.customer.tap('Отправить')
    },
  },
  {
    when: /Обращение № .* принято/,
    act: (filed, clock) => {
      filed.confirmedAt = clock.now()
    },
  },
]

/** Sets the customers going; the one in the middle has an urgent problem. */
export function startRush(sim: Simulator, clock: Clock, tickets: number, withinMs: number): readonly Filed[] {
  const filed = new Map<number, Filed & { at: number }>()
  for (let index = 0; index < tickets; index += 1) {
    const customer = sim.createUser({ firstName: `Клиент ${index + 1}`, languageCode: 'ru' })
    const isUrgent = index === Math.floor(tickets / 2)
    filed.set(customer.id, {
      customer,
      isUrgent,
      marker: `⟦${index + 1}⟧`,
      filedAt: null,
      confirmedAt: null,
      at: 0,
    })
    clock.setTimer((index * withinMs) / tickets, () => customer.sendText('/new'))
  }
  sim.onCall(({ method, params, applied }) => {
    const one = filed.get(Number(params.chat_id))
    if (!applied || one === undefined || (method !== 'sendMessage' && method !== 'editMessageText')) return
    // Each step once, in order; a bot may leave some out.
    const step = FORM.findIndex(({ when }, index) => index >= one.at && when.test(String(params.text)))
    if (step < 0) return
    one.at = step + 1
    const isLast = step === FORM.length - 1
    if (isLast) FORM[step]?.act(one, clock)
    else clock.setTimer(THINKS_MS, () => FORM[step]?.act(one, clock))
  })
  return [...filed.values()]
}
