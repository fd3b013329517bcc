import type { Desk } from './desk.ts'
import type { TicketScope } from './search-ports.ts'

/** Which tickets the agents of a group may look at: those of the categories that are theirs by the settings, whenever they were filed. */
export async function scopeOfGroup(desk: Pick<Desk, 'groups'>, chatId: number): Promise<TicketScope> {
  const homes = await desk.groups.homes()
  const own = homes.filter((home) => home.chatId === chatId)
  const categories = own.flatMap(({ only }) => only ?? [])
  const main = own.find(({ only }) => only === null)
  if (main === undefined) return { only: categories, except: [] }
  return { only: null, except: main.except.filter((id) => !categories.includes(id)) }
}

/** Is a ticket of this category among them? */
export function isInScope({ only, except }: TicketScope, categoryId: string): boolean {
  return only === null ? !except.includes(categoryId) : only.includes(categoryId)
}
