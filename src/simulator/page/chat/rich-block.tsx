import { type ComponentChildren, h } from 'preact'
import { chatWords } from './chat-words.ts'
import { CodeBlock } from './code-block.tsx'
import { ExpandableQuote } from './expandable-quote.tsx'
import { AudioCard, DocumentCard, PlaceCard, VideoCard, VoiceCard } from './media-cards.tsx'
import { PhotoGrid } from './photo-grid.tsx'
import { RichTable } from './rich-table.tsx'
import { RichTextView } from './rich-text.tsx'
import { plainText, type RichBlock, type RichCaption, type RichItem } from './rich-types.ts'
import { Slideshow } from './slideshow.tsx'

export function RichBlocks({ blocks }: { blocks: readonly RichBlock[] | undefined }) {
  return (
    <>
      {(blocks ?? []).map((block) => (
        <RichBlockView block={block} />
      ))}
    </>
  )
}

function RichBlockView({ block }: { block: RichBlock }) {
  const text = <RichTextView text={block.text} />
  switch (block.type) {
    case 'paragraph':
      return <p dir="auto">{text}</p>
    case 'heading':
      return h(
        `h${Math.min(6, 2 + (block.size ?? 1))}`,
        { class: 'chat-heading', 'data-size': block.size },
        text,
      )
    case 'footer':
      return <p class="chat-footer">{text}</p>
    case 'pre':
      return <CodeBlock language={block.language}>{text}</CodeBlock>
    case 'divider':
      return <hr />
    case 'mathematical_expression':
      return <code class="chat-formula">{block.expression}</code>
    case 'table':
      return <RichTable block={block} />
    case 'list':
      return <List items={block.items ?? []} />
    case 'details':
      return (
        <details open={block.is_open === true}>
          <summary>
            <RichTextView text={block.summary} />
          </summary>
          <RichBlocks blocks={block.blocks} />
        </details>
      )
    case 'blockquote':
    case 'expandable_blockquote':
    case 'pullquote':
      return <Quote block={block} />
    default:
      return <MediaBlock block={block} />
  }
}

function Quote({ block }: { block: RichBlock }) {
  const inner = block.blocks ? <RichBlocks blocks={block.blocks} /> : <RichTextView text={block.text} />
  const credit = block.credit ? (
    <cite>
      <RichTextView text={block.credit} />
    </cite>
  ) : null
  if (block.type === 'expandable_blockquote') {
    return (
      <ExpandableQuote>
        {inner}
        {credit}
      </ExpandableQuote>
    )
  }
  return (
    <blockquote data-pulled={block.type === 'pullquote'}>
      {inner}
      {credit}
    </blockquote>
  )
}

function List({ items }: { items: readonly RichItem[] }) {
  return (
    <ul class="chat-rich-list">
      {items.map((item) => (
        <li>
          <span class="chat-rich-label">
            {item.has_checkbox ? <Tick isDone={item.is_checked === true} /> : (item.label ?? '•')}
          </span>
          <div>
            <RichBlocks blocks={item.blocks} />
          </div>
        </li>
      ))}
    </ul>
  )
}

function Tick({ isDone }: { isDone: boolean }) {
  const { checked, unchecked } = chatWords.value
  return (
    <>
      <span aria-hidden="true">{isDone ? '☑' : '☐'}</span>
      <span class="for-reader">{isDone ? checked : unchecked}</span>
    </>
  )
}

function MediaBlock({ block }: { block: RichBlock }) {
  return <Captioned block={block}>{mediaOf(block)}</Captioned>
}

function mediaOf(block: RichBlock): ComponentChildren {
  if (block.photo) return <PhotoGrid photos={[photoOf(block)]} />
  if (block.document) return <DocumentCard file={block.document} />
  if (block.animation) return <VideoCard file={block.animation} kind="animation" />
  if (block.video) return <VideoCard file={block.video} kind="video" />
  if (block.audio) return <AudioCard file={block.audio} />
  if (block.voice_note) return <VoiceCard file={block.voice_note} />
  if (block.location) return <PlaceCard location={block.location} name={chatWords.value.map} />
  const inner = block.blocks ?? []
  if (block.type === 'slideshow')
    return <Slideshow slides={inner.map((each) => <RichBlockView block={each} />)} />
  const photos = inner.filter(({ photo }) => photo)
  const others = inner.filter(({ photo }) => !photo)
  return (
    <>
      {photos.length > 0 ? <PhotoGrid photos={photos.map(photoOf)} /> : null}
      <RichBlocks blocks={others} />
      <RichTextView text={block.text} />
    </>
  )
}

const photoOf = (block: RichBlock) => ({
  sizes: block.photo ?? [],
  caption: plainText((block.caption as RichCaption | undefined)?.text),
})

function Captioned({ block, children }: { block: RichBlock; children: ComponentChildren }) {
  const caption = block.caption as RichCaption | undefined
  if (!caption) return <>{children}</>
  return (
    <figure>
      {children}
      <figcaption>
        <RichTextView text={caption.text} />
        {caption.credit ? (
          <cite>
            <RichTextView text={caption.credit} />
          </cite>
        ) : null}
      </figcaption>
    </figure>
  )
}
