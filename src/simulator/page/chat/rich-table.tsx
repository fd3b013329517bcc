import { RichTextView } from './rich-text.tsx'
import type { RichBlock, RichCell, RichText } from './rich-types.ts'

/** A table may be wider than the bubble: it then scrolls by itself. */
export function RichTable({ block }: { block: RichBlock }) {
  const { cells = [], is_bordered: isBordered, is_striped: isStriped, is_compact: isCompact } = block
  return (
    <div class="chat-table">
      <table data-bordered={isBordered} data-striped={isStriped} data-compact={isCompact}>
        {block.caption ? (
          <caption>
            <RichTextView text={block.caption as RichText} />
          </caption>
        ) : null}
        <tbody>
          {cells.map((row) => (
            <tr>
              {row.map((cell) => (
                <Cell cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell({ cell }: { cell: RichCell }) {
  const { text, is_header: isHeader, colspan, rowspan, align, valign } = cell
  const style = { textAlign: align, verticalAlign: valign }
  const spans = { colSpan: colspan ?? 1, rowSpan: rowspan ?? 1 }
  if (!isHeader) {
    return (
      <td style={style} {...spans}>
        <RichTextView text={text} />
      </td>
    )
  }
  return (
    <th style={style} {...spans}>
      <RichTextView text={text} />
    </th>
  )
}
