import { mediaBlock, type NamedMedia } from './named-media.ts'
import type { RichBlock, RichCell, RichItem, RichText } from './rich-types.ts'

/**
 * The blocks that the HTML of a rich message describes. It is read as a document that runs nothing and loads nothing; only what is known
 * is taken over, as data. https://core.telegram.org/bots/api#rich-message-formatting-options
 */
export function blocksFromHtml(html: string, media: readonly NamedMedia[]): RichBlock[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  return blocksIn(body, media)
}

const INLINE = new Set(
  'a b strong i em u ins s strike del code span sub sup mark br tg-spoiler tg-time tg-emoji tg-math'.split(
    ' ',
  ),
)

/** What is in them is no text to read. */
const SILENT = new Set(['script', 'style', 'template', 'title'])

function blocksIn(parent: Element, media: readonly NamedMedia[]): RichBlock[] {
  const blocks: RichBlock[] = []
  let line: Node[] = []
  const endLine = () => {
    const text = richTexts(line)
    if (line.some((node) => (node.textContent ?? '').trim() !== '')) blocks.push({ type: 'paragraph', text })
    line = []
  }
  for (const node of parent.childNodes) {
    if (node instanceof Element && SILENT.has(node.localName)) continue
    if (!(node instanceof Element) || INLINE.has(node.localName)) {
      line.push(node)
      continue
    }
    endLine()
    blocks.push(...blockOf(node, media))
  }
  endLine()
  return blocks
}

function blockOf(element: Element, media: readonly NamedMedia[]): RichBlock[] {
  const { localName: name } = element
  const text = () => richTexts([...element.childNodes])
  const heading = /^h([1-6])$/.exec(name)?.[1]
  if (heading) return [{ type: 'heading', text: text(), size: Number(heading) }]
  switch (name) {
    case 'p':
      return [{ type: 'paragraph', text: text() }]
    case 'footer':
    case 'pre':
      return [{ type: name, text: text() }]
    case 'aside':
      return [{ type: 'pullquote', text: text() }]
    case 'hr':
      return [{ type: 'divider' }]
    case 'blockquote':
      return [{ type: 'blockquote', blocks: blocksIn(element, media) }]
    case 'ul':
    case 'ol':
      return [{ type: 'list', items: itemsOf(element, media) }]
    case 'table':
      return [tableOf(element)]
    case 'details':
      return [detailsOf(element, media)]
    case 'img':
    case 'video':
    case 'audio':
      return [mediaBlock(element.getAttribute('src') ?? '', media)].filter((block) => block !== null)
    case 'tg-collage':
    case 'tg-slideshow':
      return [{ type: name.slice(3), blocks: blocksIn(element, media) }]
    default:
      return blocksIn(element, media)
  }
}

function detailsOf(element: Element, media: readonly NamedMedia[]): RichBlock {
  const summary = element.querySelector(':scope > summary')
  summary?.remove()
  const title = summary ? richTexts([...summary.childNodes]) : ''
  return {
    type: 'details',
    summary: title,
    blocks: blocksIn(element, media),
    is_open: element.hasAttribute('open'),
  }
}

function itemsOf(list: Element, media: readonly NamedMedia[]): RichItem[] {
  const isOrdered = list.localName === 'ol'
  const items = [...list.children].filter(({ localName }) => localName === 'li')
  return items.map((item, index) => ({
    label: isOrdered ? `${index + 1}.` : '•',
    blocks: blocksIn(item, media),
  }))
}

function tableOf(table: Element): RichBlock {
  const cell = (element: Element): RichCell => ({
    text: richTexts([...element.childNodes]),
    is_header: element.localName === 'th',
    colspan: Number(element.getAttribute('colspan') ?? 1) || 1,
    rowspan: Number(element.getAttribute('rowspan') ?? 1) || 1,
    align: element.getAttribute('align') ?? 'left',
    valign: element.getAttribute('valign') ?? 'top',
  })
  const rows = [...table.querySelectorAll('tr')]
  const caption = table.querySelector('caption')
  return {
    type: 'table',
    cells: rows.map((row) => [...row.children].map(cell)),
    is_bordered: table.hasAttribute('bordered'),
    is_striped: table.hasAttribute('striped'),
    ...(caption ? { caption: richTexts([...caption.childNodes]) } : {}),
  }
}

const STYLES: Readonly<Record<string, string>> = {
  ...{
    b: 'bold',
    strong: 'bold',
    i: 'italic',
    em: 'italic',
    u: 'underline',
    ins: 'underline',
    mark: 'marked',
  },
  ...{ s: 'strikethrough', strike: 'strikethrough', del: 'strikethrough', code: 'code', sub: 'subscript' },
  ...{ sup: 'superscript', 'tg-spoiler': 'spoiler' },
}

function richTexts(nodes: readonly Node[]): RichText {
  return nodes.map(richText)
}

function richText(node: Node): RichText {
  if (!(node instanceof Element)) return node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : ''
  const { localName: name } = node
  const text = richTexts([...node.childNodes])
  if (name === 'br') return '\n'
  if (name === 'a') return { type: 'url', text, url: node.getAttribute('href') ?? '' }
  if (name === 'span' && node.classList.contains('tg-spoiler')) return { type: 'spoiler', text }
  if (name === 'tg-math') return { type: 'mathematical_expression', expression: node.textContent ?? '' }
  if (name === 'tg-time') {
    const [unix, format] = [Number(node.getAttribute('unix')), node.getAttribute('format') ?? '']
    return { type: 'date_time', text, unix_time: unix, date_time_format: format }
  }
  const type = STYLES[name]
  return type === undefined ? text : { type, text }
}
