import type { MessageEntity } from '../../bot-api/types.ts'
import { CodeBlock } from './code-block.tsx'
import { ExpandableQuote } from './expandable-quote.tsx'
import { type Piece, splitByEntities, withoutBlockBreaks } from './split-by-entities.ts'
import { CustomEmoji, Styled } from './styled.tsx'

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

function EntityView({ entity, pieces }: { entity: MessageEntity; pieces: readonly Piece[] }) {
  const inner = <Pieces pieces={pieces} />
  switch (entity.type) {
    case 'pre':
      return <CodeBlock language={entity.language}>{inner}</CodeBlock>
    case 'expandable_blockquote':
      return <ExpandableQuote>{inner}</ExpandableQuote>
    case 'custom_emoji':
      return <CustomEmoji>{inner}</CustomEmoji>
    default:
      return (
        <Styled style={entity} plain={textOf(pieces)}>
          {inner}
        </Styled>
      )
  }
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : textOf(piece.pieces))).join('')
}
