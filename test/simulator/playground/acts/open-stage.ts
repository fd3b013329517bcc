import type { Message } from '../../../../src/simulator/bot-api/types.ts'
import type { Group } from '../../../../src/simulator/driver/group.ts'
import type { Person } from '../../../../src/simulator/driver/person.ts'
import type { ActorView } from '../../../../src/simulator/playground/act-protocol.ts'
import { startPlayground } from '../../../../src/simulator/playground/start-playground.ts'
import { type Simulator, startSimulator } from '../../../../src/simulator/simulator.ts'
import { drain } from '../../bot-side.ts'

/** A playground with Anna, a customer, and a group of which Olga is a member. */
export interface Stage {
  sim: Simulator
  anna: Person
  olga: Person
  group: Group
  stop(): Promise<void>
}

export async function openStage(): Promise<Stage> {
  const sim = await startSimulator()
  const playground = await startPlayground(sim, { pageFolder: '/nowhere' })
  const anna = sim.createUser({ firstName: 'Анна', languageCode: 'ru' })
  const olga = sim.createUser({ firstName: 'Ольга' })
  const group = sim.createGroup({ title: 'Staff' })
  group.join(olga)
  await drain(sim)
  const stop = async () => {
    await playground.stop()
    await sim.stop()
  }
  return { sim, anna, olga, group, stop }
}

export const as = (person: Person): ActorView => ({ as: 'person', personId: person.id })
export const hidden = (person: Person): ActorView => ({ as: 'anonymous', personId: person.id })
export const asChannel = (person: Person): ActorView => ({ as: 'channel', personId: person.id })
/** In the private chat. */
export const home = (person: Person) => ({ actor: as(person), place: { chatId: person.chatId } })

/** The messages the bot hears of. */
export async function received(sim: Simulator): Promise<Message[]> {
  return (await drain(sim)).map((update) => (update.message ?? {}) as Message)
}
