import type { Message } from '../../src/simulator/bot-api/types.ts'
import { cardsOf } from './busy-people.ts'
import { queryTestDatabase } from './database.ts'
import type { Aftermath } from './kill-run.ts'
import type { CallInFlight } from './killable-desk.ts'
import { wordsIn } from './message-words.ts'

export interface Examination {
  readonly numbers: Readonly<Record<string, number>>
  /** Every loss, every doubling that no kill explains, every disorder; none is what the rails promise. */
  readonly wrong: readonly string[]
}

/** A call that the desk itself says it tried again although it may have arrived. */
interface Resent {
  readonly payload: string
  readonly attempts: number
}

/** Holds what the people saw and said against both sides of Telegram and against the database. */
export async function examine(
  aftermath: Pick<Aftermath<unknown>, 'stage' | 'lived' | 'location' | 'silences'>,
  inFlight: readonly CallInFlight[],
): Promise<Examination> {
  const { stage, lived, location } = aftermath
  const wrong: string[] = []
  const ask = (sql: string) => queryTestDatabase(location, sql)
  const fromBot = (messages: readonly Message[]) =>
    messages.filter((message) => message.from?.id === stage.sim.botId)
  const staffSide = fromBot(stage.group.messages())
  // A leader that fell silent without being killed has what it was sending taken over: the desk's own mark tells which calls.
  const resent =
    aftermath.silences === 0
      ? []
      : ((await ask(
          'SELECT payload, attempts FROM outbox_calls WHERE "maybeTwice"',
        )) as unknown as readonly Resent[])
  const check = createCheck(inFlight, resent, wrong)

  for (const { customer, number, photos, fromCustomer, fromAgent } of lived) {
    // The ticket's own screen quotes the last messages.
    const chat = fromBot(customer.messages()).filter(
      (message) => !/Последние сообщения/.test(wordsIn(message)),
    )
    check.arrived(photos, staffSide, `photos of ${number}`)
    check.arrived(fromCustomer, staffSide, `to the staff about ${number}`)
    check.arrived(fromAgent, chat, `to the customer about ${number}`)
    check.cards(number, cardsOf(stage, number).length)
  }
  const stored = (await ask('SELECT number FROM tickets')).map((row) => String(row.number)).sort()
  const told = lived.map(({ number }) => number.replace('-', '')).sort()
  if (stored.map((one) => one.replace('-', '')).join() !== told.join())
    wrong.push(`confirmed: ${told}; stored: ${stored}`)
  const ends = await ask('SELECT method, status, count(*) AS calls FROM outbox_calls GROUP BY method, status')
  const count = (status: string, method = /./) =>
    ends
      .filter((row) => row.status === status && method.test(String(row.method)))
      .reduce((sum, row) => sum + Number(row.calls), 0)
  const open = count('waiting') + count('sending') + count('failed')
  if (open > 0) wrong.push(`${open} calls failed or never ended`)
  return {
    wrong,
    numbers: {
      'tickets confirmed': told.length,
      'tickets stored': stored.length,
      'second copies of a card': check.second.cards,
      'messages and photos said': check.second.said,
      'second copies of a message or photo': check.second.messages,
      'calls sent': count('sent'),
      'calls in flight': inFlight.length,
      'topics left to General': count('unknown', /createForumTopic/),
      'best-effort words left': count('unknown', /send/),
    },
  }
}

function createCheck(inFlight: readonly CallInFlight[], resent: readonly Resent[], wrong: string[]) {
  const second = { cards: 0, messages: 0, said: 0 }
  /** How many copies there may be: one, one more for each time the call was cut off or taken over. */
  const allowed = (fits: (payload: string) => boolean) =>
    1 +
    inFlight.filter(({ payload }) => fits(payload)).length +
    Math.max(0, ...resent.filter(({ payload }) => fits(payload)).map(({ attempts }) => attempts - 1))
  return {
    second,
    /** All there, in order, and no oftener than a kill hit the call. */
    arrived(markers: readonly string[], shown: readonly Message[], what: string): void {
      let last = 0
      for (const marker of markers) {
        const copies = shown.filter((message) => wordsIn(message).includes(marker))
        const most = allowed((payload) => payload.includes(marker))
        second.said += 1
        second.messages += Math.max(0, copies.length - 1)
        if (copies.length === 0) wrong.push(`${what}: ${marker} is lost`)
        if (copies.length > most)
          wrong.push(`${what}: ${marker} came ${copies.length} times, ${most} allowed`)
        const first = copies[0]?.message_id ?? last
        if (first < last) wrong.push(`${what}: ${marker} came before its predecessor`)
        last = first
      }
    },
    cards(number: string, found: number): void {
      const isCard = (payload: string) => payload.includes(`№ ${number}`) && payload.includes('Приоритет')
      const most = allowed(isCard)
      second.cards += Math.max(0, found - 1)
      if (found === 0) wrong.push(`there is no card of ${number}`)
      if (found > most) wrong.push(`${found} cards of ${number}, ${most} allowed`)
    },
  }
}
