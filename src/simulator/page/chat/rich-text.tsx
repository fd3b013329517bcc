import { isList, plainText, type RichNode, type RichText } from './rich-types.ts'
import { CustomEmoji, Styled } from './styled.tsx'

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

function NodeView({ node }: { node: RichNode }) {
  switch (node.type) {
    case 'custom_emoji':
      return <CustomEmoji>{node.alternative_text}</CustomEmoji>
    case 'mathematical_expression':
      return <code class="chat-formula">{node.expression}</code>
    default:
      return (
        <Styled style={node} plain={plainText(node)}>
          <RichTextView text={node.text} />
        </Styled>
      )
  }
}
