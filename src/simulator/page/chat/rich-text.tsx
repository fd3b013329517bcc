import { h } from 'preact'
import { DateTime } from './date-time.tsx'
import { Command, CustomEmoji, Mark } from './entities.tsx'
import { Link } from './link.tsx'
import { isList, plainText, type RichNode, type RichText } from './rich-types.ts'
import { Spoiler } from './spoiler.tsx'

/** Text in a block of a rich message. */
export function RichTextView({ text }: { text: RichText | undefined }) {
  if (text === undefined) return null
  if (typeof text === 'string') return <>{text}</>
  if (isList(text)) {
    return (
      <>
        {text.map((part) => (
          <RichTextView text={part} />
        ))}
      </>
    )
  }
  return <NodeView node={text} />
}

const TAGS: Readonly<Record<string, string>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  subscript: 'sub',
  superscript: 'sup',
  marked: 'mark',
}

function NodeView({ node }: { node: RichNode }) {
  const inner = <RichTextView text={node.text} />
  const tag = TAGS[node.type]
  if (tag) return h(tag, null, inner)
  const plain = plainText(node)
  switch (node.type) {
    case 'spoiler':
      return <Spoiler text={plain}>{inner}</Spoiler>
    case 'url':
      return <Link url={node.url ?? plain}>{inner}</Link>
    case 'email_address':
      return <Link url={`mailto:${node.email_address ?? plain}`}>{inner}</Link>
    case 'phone_number':
      return <Link url={`tel:${(node.phone_number ?? plain).replaceAll(/[^+\d]/g, '')}`}>{inner}</Link>
    case 'bot_command':
      return <Command text={plain} />
    case 'date_time':
      return (
        <DateTime unixTime={node.unix_time ?? 0} format={node.date_time_format ?? ''}>
          {inner}
        </DateTime>
      )
    case 'custom_emoji':
      return <CustomEmoji>{node.alternative_text}</CustomEmoji>
    case 'mathematical_expression':
      return <code class="chat-formula">{node.expression}</code>
    case 'mention':
    case 'text_mention':
    case 'hashtag':
    case 'cashtag':
      return <Mark>{inner}</Mark>
    default:
      return inner
  }
}
