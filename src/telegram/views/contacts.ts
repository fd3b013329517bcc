import type { InlineKeyboardButton } from 'grammy/types'
import type { Catalog, Contact } from '../../domain/catalog.ts'
import { opennessAt } from '../../domain/opening-hours.ts'
import { formatHours } from '../../texts/format-hours.ts'
import { tellMoment } from '../../texts/format-moment.ts'
import type { Texts } from '../../texts/texts.ts'
import { homeButton, keyboard } from './keyboard.ts'

export interface Moment {
  readonly now: Date
  readonly timeZone: string
}

/** The shop's other ways to be reached, each with what it is for and whether somebody is there now. */
export function contactsScreen(t: Texts, catalog: Pick<Catalog, 'contacts'>, moment: Moment) {
  const contacts = catalog.contacts ?? []
  if (contacts.length === 0) return { html: t.html('contacts-none'), markup: keyboard(homeButton(t)) }
  const html = [t.html('contacts-title'), ...contacts.map((contact) => words(t, contact, moment))].join(
    '\n\n',
  )
  const links = contacts.map((contact) => link(t, contact))
  return { html, markup: keyboard(...links, homeButton(t)) }
}

function words(t: Texts, { title, about, phone, hours }: Contact, { now, timeZone }: Moment): string {
  const lines = [t.html('contact-title', { value: title[t.language] })]
  if (about !== undefined) lines.push(t.html('contact-line', { value: about[t.language] }))
  if (phone !== undefined) lines.push(t.html('contact-line', { value: phone }))
  if (hours === undefined) return lines.join('\n')
  lines.push(t.html('contact-line', { value: formatHours(hours, t.language) }))
  const openness = opennessAt(hours, now, timeZone)
  if (!openness.isOpen) {
    lines.push(t.html('contact-closed', { moment: tellMoment(openness.opensAt, t.language, timeZone) }))
  } else if (openness.closesAt === null) lines.push(t.html('contact-always-open'))
  else lines.push(t.html('contact-open', { moment: tellMoment(openness.closesAt, t.language, timeZone) }))
  return lines.join('\n')
}

function link(t: Texts, { title, link: url }: Contact): InlineKeyboardButton[] {
  return url === undefined ? [] : [{ text: title[t.language], url }]
}
