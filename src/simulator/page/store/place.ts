/** Where the reader of the page is, and how that is written into the address. */

export type Side = 'left' | 'right'
export const WRITE_AS = ['self', 'anonymous', 'channel', 'other-bot'] as const
export type WriteAs = (typeof WRITE_AS)[number]
export const PANEL_TABS = ['calls', 'clock', 'faults', 'server', 'links'] as const
export type PanelTab = (typeof PANEL_TABS)[number]

/** What one phone shows. Null: whatever suits, found out by `settlePlace`. */
export interface PhonePlace {
  personId: number | null
  /** A group, or the person's own id for the chat with the bot. */
  chatId: number | null
  /** Null: General. */
  topicId: number | null
  as: WriteAs
}

export interface PagePlace {
  left: PhonePlace
  right: PhonePlace
  /** The one that is seen where there is room for one only. */
  shown: Side
  /** Null: hidden. */
  panel: PanelTab | null
}

export const ANYWHERE: PhonePlace = { personId: null, chatId: null, topicId: null, as: 'self' }

/** The place an address names, as `#left=7,7&right=8,-1001,17,anonymous&shown=right&panel=calls`; what it leaves open is as given. */
export function readPlace(hash: string, otherwise: PagePlace): PagePlace {
  const named = new URLSearchParams(hash.replace(/^#/, ''))
  const panel = named.get('panel')
  return {
    left: readPhone(named.get('left')) ?? otherwise.left,
    right: readPhone(named.get('right')) ?? otherwise.right,
    shown:
      named.get('shown') === 'right' ? 'right' : named.get('shown') === 'left' ? 'left' : otherwise.shown,
    panel: panel === 'none' ? null : (PANEL_TABS.find((tab) => tab === panel) ?? otherwise.panel),
  }
}

/** The place as the part of an address after `#`; {@link readPlace} reads it back. */
export function writePlace({ left, right, shown, panel }: PagePlace): string {
  const phones = `left=${writePhone(left)}&right=${writePhone(right)}`
  return `#${phones}&shown=${shown}&panel=${panel ?? 'none'}`
}

function writePhone({ personId, chatId, topicId, as }: PhonePlace): string {
  const parts = [personId ?? '', chatId ?? '', topicId ?? '', as === 'self' ? '' : as]
  return parts.join(',').replace(/,+$/, '')
}

function readPhone(text: string | null): PhonePlace | undefined {
  if (!text) return undefined
  const [person, chat, topic, as] = text.split(',')
  return {
    personId: readId(person),
    chatId: readId(chat),
    topicId: readId(topic),
    as: WRITE_AS.find((each) => each === as) ?? 'self',
  }
}

function readId(text: string | undefined): number | null {
  const id = Number(text)
  return text && Number.isSafeInteger(id) ? id : null
}
