import { type Agenda, createAgenda } from './agenda.ts'
import type { DispatchDesk } from './dispatch-desk.ts'
import { createLostSenderSearch } from './lost-senders.ts'
import type { OutboxScan } from './outbox-scan.ts'
import type { StoredCall } from './outgoing-call.ts'
import { createRateLimits } from './rate-limits.ts'
import { type Flight, sendFlight } from './send-flight.ts'
import { type Served, visitChat } from './visit-chat.ts'

/** A chat whose call could not even be taken, because the store was away, rests so long. */
const REST_MS = 1_000

export interface DispatchRounds {
  readonly agenda: Agenda<number>
  /** Calls on their way, by chat. */
  readonly flights: ReadonlyMap<number, Promise<void>>
  /** Reads what is new and lets go whatever may go, as long as `mayGo()`. */
  run(mayGo: () => boolean): Promise<void>
  /** Forgets everything: the next round begins with what an earlier process left. */
  reset(): void
  /** The next round also looks for calls whose sender is gone. */
  searchLost(): void
}

/**
 * One round after another looks at the chats that are due.
 * @param ended a call has ended: a new round is worth while
 */
export function createDispatchRounds(
  desk: DispatchDesk,
  scan: OutboxScan,
  maxInFlight: number,
  ended: () => void,
): DispatchRounds {
  const agenda = createAgenda<number>()
  const flights = new Map<number, Promise<void>>()
  const services = new Map<number, Served & { turn: number; lastServed: Map<string, number> }>()
  const findLostSenders = createLostSenderSearch(desk)
  let search: 'first' | 'later' | null = null

  const land = (chatId: number, calls: readonly StoredCall[], went: boolean) => {
    flights.delete(chatId)
    for (const call of calls) desk.flying.delete(call.id)
    if (went) agenda.add(chatId)
    else agenda.sleep(chatId, desk.clock.now().getTime() + REST_MS)
    agenda.unblock()
    ended()
  }

  const launch = (flight: Flight) => {
    const { chatId, calls } = flight
    desk.pool.remove(calls)
    const service = services.get(chatId) ?? { turn: 0, lastServed: new Map<string, number>() }
    services.set(chatId, service)
    service.turn += 1
    for (const call of calls) {
      desk.flying.set(call.id, call)
      service.lastServed.set(call.stream, service.turn)
    }
    const flown = sendFlight(desk, flight).catch((error: unknown) => {
      desk.log.error({ err: error, chatId }, 'A call ended in an error of our own')
      return false
    })
    flights.set(
      chatId,
      flown.then((went) => land(chatId, calls, went)),
    )
  }

  const visit = async (chatId: number) => {
    const visited = await visitChat(desk, chatId, services.get(chatId) ?? { turn: 0, lastServed: new Map() })
    if (visited.kind === 'flight') return launch(visited.flight)
    if (visited.kind === 'empty') return void services.delete(chatId)
    if (visited.hasBlocked) agenda.block(chatId)
    if (visited.until !== null) agenda.sleep(chatId, visited.until)
  }

  const lookAtReleased = () => {
    for (const chatId of desk.holds.takeReleased()) agenda.add(chatId)
  }

  const visitOrRest = async (chatId: number) => {
    try {
      await visit(chatId)
    } catch (error) {
      agenda.sleep(chatId, desk.clock.now().getTime() + REST_MS)
      throw error
    }
  }

  const openOrSearch = async () => {
    if (search === null) return
    if (search === 'first') await seedLimits(desk)
    const found = await findLostSenders(search === 'first')
    for (const chatId of found.chats) agenda.add(chatId)
    // What was given back stands before what is known to wait in its stream.
    if (found.isFreed) scan.requestFull()
    search = null
  }

  return {
    agenda,
    flights,
    run: async (mayGo) => {
      await openOrSearch()
      await desk.holds.check()
      await scan.read((call) => {
        if (!desk.flying.has(call.id) && desk.pool.add(call)) agenda.add(call.chatId)
      })
      agenda.rouse(desk.clock.now().getTime())
      while (mayGo() && flights.size < maxInFlight) {
        lookAtReleased()
        const chatId = agenda.next()
        if (chatId === undefined) return
        // A chat with a call in flight is looked at when that has ended.
        if (!flights.has(chatId)) await visitOrRest(chatId)
      }
    },
    reset: () => {
      agenda.clear()
      services.clear()
      search = 'first'
    },
    searchLost: () => {
      search ??= 'later'
    },
  }
}

/** What an earlier process sent lately counts, too. */
async function seedLimits(desk: DispatchDesk): Promise<void> {
  const since = new Date(desk.clock.now().getTime() - desk.sendLimits.group.perMs)
  const sends = await desk.outbox.recentSends(since)
  desk.limits = createRateLimits(desk.sendLimits)
  for (const send of [...sends].sort((a, b) => a.at - b.at)) {
    desk.limits.record(send.chatId, send.weight, send.at, send.isUpkeep)(send.at)
  }
}
