import type { MessageContent } from '../domain/message-content.ts'
import { wordsOf } from '../domain/message-content.ts'
import { kindOfContent } from '../texts/kind-of-content.ts'
import type { Texts } from '../texts/texts.ts'

/** What the pages of this room are made of. Whatever people wrote is escaped. */

/** @param style in CSS: nothing is fetched from anywhere, a page is read also without a network */
export function pageHead(t: Texts, title: string, style: string): string {
  return [
    `<!doctype html><html lang="${t.language}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${style}</style></head><body>`,
  ].join('\n')
}

/** A message in words, whatever it holds besides a file. */
export function wordsIn(t: Texts, content: MessageContent): string {
  switch (content.kind) {
    case 'location':
      return `${content.latitude}, ${content.longitude}`
    case 'venue':
      return `${content.title}, ${content.address} (${content.latitude}, ${content.longitude})`
    case 'contact':
      return `${content.firstName} ${content.lastName ?? ''} ${content.phoneNumber}`
    case 'copy':
      return kindOfContent(t, content)
    default:
      return wordsOf(content)?.text ?? ''
  }
}

export function line(text: string): string {
  return text === '' ? '' : `<p>${escapeHtml(text)}</p>`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}
