import type { Message } from '../../src/simulator/bot-api/types.ts'
import type { Person } from '../../src/simulator/driver/person.ts'
import type { Shop } from './open-shop.ts'

/** Somebody with a say in the staff group, who has started the bot. */
export async function aSupervisor(shop: Shop, firstName = 'Вера', group = shop.group): Promise<Person> {
  const person = shop.customer(firstName, 'ru')
  group.join(person, { as: 'administrator' })
  person.sendText('/start')
  await shop.settled()
  return person
}

/** The files a person was sent, newest last. */
export function filesOf(shop: Shop, messages: readonly Message[]) {
  return messages.flatMap((message) => {
    const photo = message.photo?.at(-1)
    const fileId = message.document?.file_id ?? photo?.file_id
    const file = fileId === undefined ? undefined : shop.sim.world.files.find(fileId)
    if (file === undefined) return []
    const { bytes } = file
    return [{ name: message.document?.file_name ?? null, caption: message.caption ?? '', bytes, photo }]
  })
}
