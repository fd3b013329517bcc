import type { Letter, LetterPart } from '../app/letter.ts'
import { formatMoment } from '../texts/format-moment.ts'
import type { Texts, TextVars } from '../texts/texts.ts'
import { entitiesToHtml, entitiesToText, escapeHtml } from './entities-to-html.ts'
import { htmlPage } from './html-page.ts'

export interface LetterGround {
  /** IANA name of the shop's zone. */
  readonly timeZone: string
  /** The bot's username: its chat is where answers are read. */
  readonly bot: string
}

export interface ComposedLetter {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** One paragraph in both forms. */
interface Paragraph {
  readonly text: string
  readonly html: string
}

/** @param missing names of files that could not be put into the letter */
export function composeLetter(
  t: Texts,
  letter: Letter,
  { timeZone, bot }: LetterGround,
  missing: readonly string[] = [],
): ComposedLetter {
  const say = (key: string, vars: TextVars = {}): Paragraph => ({
    text: t.plain(key, vars),
    html: t.html(key, vars).replaceAll('\n', '<br>\n'),
  })
  const moment = (iso: string) => formatMoment(new Date(iso), t.language, timeZone)
  const body = [
    ...paragraphs(letter, say, moment, t),
    ...missing.map((name) => say('mail-file-missing', { name })),
  ]
  const link = `https://t.me/${bot}`
  const foot = letter.kind === 'code' ? say('mail-code-foot') : say('mail-foot', { link })
  const subject = subjectOf(t, letter)
  return {
    subject,
    text: `${[...body, { text: '--' }, foot].map(({ text }) => text).join('\n\n')}\n`,
    html: htmlPage({
      language: t.language,
      title: subject,
      paragraphs: body.map(({ html }) => html),
      foot: foot.html.replace(escapeHtml(link), `<a href="${escapeHtml(link)}">${escapeHtml(link)}</a>`),
    }),
  }
}

/** One subject for all letters of a ticket: that, too, keeps them together. */
function subjectOf(t: Texts, letter: Letter): string {
  if (letter.kind === 'code') return t.plain('mail-code-subject', { code: letter.code })
  const subject = t.plain('mail-subject', { number: letter.number, topic: letter.topic })
  return letter.kind === 'opened' ? subject : `Re: ${subject}`
}

function paragraphs(
  letter: Letter,
  say: (key: string, vars?: TextVars) => Paragraph,
  moment: (iso: string) => string,
  t: Texts,
): readonly Paragraph[] {
  switch (letter.kind) {
    case 'code': {
      const { code } = letter
      return [say('mail-code'), { text: code, html: `<b style="font-size:24px">${escapeHtml(code)}</b>` }]
    }
    case 'opened': {
      const { number, promisedAt, topic, orderNumber, description, files } = letter
      return [
        say('mail-opened', { number, moment: moment(promisedAt) }),
        say('mail-opened-topic', { topic }),
        ...(orderNumber === null ? [] : [say('mail-opened-order', { value: orderNumber })]),
        say('mail-opened-description', { value: description }),
        ...(files === 0 ? [] : [say('mail-opened-files', { count: files })]),
      ]
    }
    case 'reply': {
      const { number, agent, parts, isCorrection } = letter
      const name = agent ?? t.plain('agent-unnamed')
      return [
        isCorrection ? say('mail-corrected', { name, number }) : say('mail-reply', { name, number }),
        ...parts.flatMap((part) => wordsOf(part, say)),
      ]
    }
    case 'resolved':
      return [say('mail-resolved', { number: letter.number, moment: moment(letter.until) })]
    case 'closed':
      return [say('mail-closed', { number: letter.number })]
    default:
      return letter satisfies never
  }
}

function wordsOf({ words, inChatOnly }: LetterPart, say: (key: string) => Paragraph): readonly Paragraph[] {
  if (inChatOnly) return [say('mail-in-chat-only')]
  return words === null ? [] : [{ text: entitiesToText(words), html: entitiesToHtml(words) }]
}
