import { chatWords } from './chat-words.ts'
import type { NamedMedia } from './named-media.ts'
import { RichBlocks } from './rich-block.tsx'
import { blocksFromHtml } from './rich-from-html.ts'
import { blocksFromMarkdown } from './rich-from-markdown.ts'
import type { RichBlock } from './rich-types.ts'

/** A message of blocks, however the bot wrote it. */
export function RichMessage({ rich }: { rich: Record<string, unknown> }) {
  const blocks = blocksOf(rich)
  return (
    <div class="chat-rich" dir={rich.is_rtl === true ? 'rtl' : undefined}>
      {blocks.length > 0 ? <RichBlocks blocks={blocks} /> : <p>{chatWords.value.unknown}</p>}
    </div>
  )
}

function blocksOf({ blocks, html, markdown, media }: Record<string, unknown>): RichBlock[] {
  if (Array.isArray(blocks)) return blocks as RichBlock[]
  const named = Array.isArray(media) ? (media as NamedMedia[]) : []
  if (typeof html === 'string') return blocksFromHtml(html, named)
  return typeof markdown === 'string' ? blocksFromMarkdown(markdown, named) : []
}
