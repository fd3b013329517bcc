import { act } from '../store/act.ts'
import { here, holdPhone, openChat, openPanel, showPhone } from '../store/here.ts'

/** Where the panel lies over what it shows; as in frame.css. */
const isOverPhones = window.matchMedia('(width < 1180px)')

/** Opens a link to the bot on somebody's phone, as if it had been clicked elsewhere, and shows that phone. */
export async function openAs(personId: number, url: string): Promise<void> {
  const { isOk } = await act({ do: 'open-link', personId, url })
  if (!isOk) return
  const { left, right } = here.value
  const side = left.personId !== personId && right.personId === personId ? 'right' : 'left'
  holdPhone(side, personId)
  openChat(side, personId)
  showPhone(side)
  if (isOverPhones.matches) openPanel(null)
}
