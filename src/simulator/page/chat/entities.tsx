import { type ComponentChildren, h } from 'preact'
import type { MessageEntity } from '../../bot-api/types.ts'
import { act } from '../store/act.ts'
import { useChat } from './chat-scope.ts'
import { chatWords } from './chat-words.ts'
import { CodeBlock } from './code-block.tsx'
import { DateTime } from './date-time.tsx'
import { ExpandableQuote } from './expandable-quote.tsx'
import { Link } from './link.tsx'
import { type Piece, splitByEntities, withoutBlockBreaks } from './split-by-entities.ts'
import { Spoiler } from './spoiler.tsx'

interface Props {
  text: string
  entities?: readonly MessageEntity[] | undefined
}

/** Text of a message with its entities. */
export function FormattedText({ text, entities = [] }: Props) {
  return <Pieces pieces={splitByEntities(text, entities)} />
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  const shown = withoutBlockBreaks(pieces)
  return (
    <>
      {shown.map((piece) =>
        typeof piece === 'string' ? piece : <EntityView entity={piece.entity} pieces={piece.pieces} />,
      )}
    </>
  )
}

const TAGS: Readonly<Record<string, string>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  blockquote: 'blockquote',
}

function EntityView({ entity, pieces }: { entity: MessageEntity; pieces: readonly Piece[] }) {
  const inner = <Pieces pieces={pieces} />
  const tag = TAGS[entity.type]
  if (tag) return h(tag, null, inner)
  const text = textOf(pieces)
  switch (entity.type) {
    case 'spoiler':
      return <Spoiler text={text}>{inner}</Spoiler>
    case 'pre':
      return <CodeBlock language={entity.language}>{inner}</CodeBlock>
    case 'expandable_blockquote':
      return <ExpandableQuote>{inner}</ExpandableQuote>
    case 'text_link':
      return <Link url={entity.url ?? text}>{inner}</Link>
    case 'url':
      return <Link url={text}>{inner}</Link>
    case 'email':
      return <Link url={`mailto:${text}`}>{inner}</Link>
    case 'phone_number':
      return <Link url={`tel:${text.replaceAll(/[^+\d]/g, '')}`}>{inner}</Link>
    case 'bot_command':
      return <Command text={text} />
    case 'date_time':
      return (
        <DateTime unixTime={entity.unix_time ?? 0} format={entity.date_time_format ?? ''}>
          {inner}
        </DateTime>
      )
    case 'custom_emoji':
      return <CustomEmoji>{inner}</CustomEmoji>
    default:
      return <Mark>{inner}</Mark>
  }
}

/** Mentions, hashtags and cashtags lead nowhere here. */
export function Mark({ children }: { children: ComponentChildren }) {
  return <span class="chat-mark">{children}</span>
}

export function CustomEmoji({ children }: { children: ComponentChildren }) {
  return (
    <span class="chat-custom-emoji" title={chatWords.value.customEmoji}>
      {children}
    </span>
  )
}

/** A command in a text is sent by a click, as in the messenger. */
export function Command({ text }: { text: string }) {
  const { actor, place } = useChat()
  const send = () => void act({ do: 'send-text', actor, place, text })
  return (
    <button type="button" class="chat-command" aria-label={chatWords.value.sendCommand(text)} onClick={send}>
      {text}
    </button>
  )
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : textOf(piece.pieces))).join('')
}
