import { type ComponentChildren, h } from 'preact'
import { act } from '../store/act.ts'
import { useChat } from './chat-scope.ts'
import { chatWords } from './chat-words.ts'
import { DateTime } from './date-time.tsx'
import { Link } from './link.tsx'
import { Spoiler } from './spoiler.tsx'

/** What the entities of a text and the parts of a rich one have in common, by its Bot API names. */
export interface Style {
  type: string
  url?: string | undefined
  email_address?: string | undefined
  phone_number?: string | undefined
  unix_time?: number | undefined
  date_time_format?: string | undefined
}

const TAGS: Readonly<Record<string, string>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  blockquote: 'blockquote',
  subscript: 'sub',
  superscript: 'sup',
  marked: 'mark',
}

interface StyledProps {
  style: Style
  /** Its text without styles. */
  plain: string
  children: ComponentChildren
}

/** A stretch of text in its style; one that is not known is shown as it is. */
export function Styled({ style, plain, children }: StyledProps) {
  const tag = TAGS[style.type]
  if (tag) return h(tag, null, children)
  switch (style.type) {
    case 'spoiler':
      return <Spoiler text={plain}>{children}</Spoiler>
    case 'url':
    case 'text_link':
      return <Link url={style.url ?? plain}>{children}</Link>
    case 'email':
    case 'email_address':
      return <Link url={`mailto:${style.email_address ?? plain}`}>{children}</Link>
    case 'phone_number':
      return <Link url={`tel:${(style.phone_number ?? plain).replaceAll(/[^+\d]/g, '')}`}>{children}</Link>
    case 'bot_command':
      return <Command text={plain} />
    case 'date_time':
      return (
        <DateTime unixTime={style.unix_time ?? 0} format={style.date_time_format ?? ''}>
          {children}
        </DateTime>
      )
    case 'mention':
    case 'text_mention':
    case 'hashtag':
    case 'cashtag':
      // They lead nowhere here.
      return <span class="chat-mark">{children}</span>
    default:
      return <>{children}</>
  }
}

export function CustomEmoji({ children }: { children: ComponentChildren }) {
  return (
    <span class="chat-custom-emoji" title={chatWords.value.customEmoji}>
      {children}
    </span>
  )
}

/** A command in a text is sent by a click, as in the messenger. */
function Command({ text }: { text: string }) {
  const { actor, place } = useChat()
  const send = () => void act({ do: 'send-text', actor, place, text })
  return (
    <button type="button" class="chat-command" aria-label={chatWords.value.sendCommand(text)} onClick={send}>
      {text}
    </button>
  )
}
