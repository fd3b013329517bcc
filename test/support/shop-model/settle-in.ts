import type { Person } from '../../../src/simulator/driver/person.ts'
import { queryTestDatabase } from '../database.ts'
import { fileTicket } from '../file-ticket.ts'
import { isOver, type RealShop, type RealTicket, type ShopModel, type TicketModel } from './shop-model.ts'
import { TICKETS } from './step.ts'

/** New customers come after so many runs, so that nobody's chat grows too long to be read again and again. */
const RUNS_WITH_THE_SAME_PEOPLE = 12

/**
 * The tickets of one run after another. An unfinished ticket is taken up where the last run left it; one that is over makes
 * room for a new one.
 */
export function settleIn(place: Omit<RealShop, 'tickets'> & { readonly name: string }): {
  next(): Promise<{ model: ShopModel; real: RealShop }>
} {
  const { shop, clock, agent, name } = place
  const real: RealShop = { shop, clock, agent, tickets: [] }
  const model: ShopModel = { tickets: [], lostAnswers: 0, armedFaults: 0 }
  let people: readonly Person[] = []
  let runs = 0
  let filed = 0

  const file = async (customer: Person): Promise<[TicketModel, RealTicket]> => {
    const { number } = await fileTicket(shop, customer)
    const plain = number.replace('-', '')
    const [row] = await queryTestDatabase(shop.location, `SELECT id FROM tickets WHERE number = '${plain}'`)
    filed += 1
    const ticket = { name: `${name}t${filed}`, status: 'new' as const, said: 0 }
    return [
      {
        ...{ ...ticket, toStaff: [], toCustomer: [], notes: [] },
        ...{ seenBefore: 0, hasTopic: true, hasLastAnswer: false },
      },
      { customer, number, id: String(row?.id) },
    ]
  }

  return {
    async next() {
      shop.sim.faults.clear()
      model.armedFaults = 0
      shop.sim.updates.duplicate = false
      const areNew = runs % RUNS_WITH_THE_SAME_PEOPLE === 0
      if (areNew) people = [shop.customer(`Клиент ${runs}-1`), shop.customer(`Клиент ${runs}-2`)]
      runs += 1
      const tickets: TicketModel[] = []
      const reals: RealTicket[] = []
      for (let n = 0; n < TICKETS; n += 1) {
        const [was, its] = [model.tickets[n], real.tickets[n]]
        const customer = people[Math.floor(n / 2)]
        if (customer === undefined) throw new Error('Nobody is there to file a ticket')
        const goesOn = !areNew && was !== undefined && its !== undefined && !isOver(was)
        const [ticket, filedNow] = goesOn ? [was, its] : await file(customer)
        tickets.push(ticket)
        reals.push(filedNow)
      }
      model.tickets = tickets
      real.tickets = reals
      // Copies are counted afresh: what earlier runs lost is no excuse for this one.
      if (areNew) model.lostAnswers = 0
      return { model, real }
    },
  }
}
