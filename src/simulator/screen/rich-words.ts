type Fields = Record<string, unknown>

/** A rich message as readable text: a block a line, tables row by row, media as signs. */
export function richWords(rich: Fields): string {
  const { html, markdown, blocks } = rich
  if (Array.isArray(blocks)) return blocks.flatMap(blockLines).join('\n')
  if (typeof html === 'string') return htmlWords(html)
  return typeof markdown === 'string' ? markdown : JSON.stringify(rich)
}

/** The captions of a rich message's photos ('' for none) and the names of its documents, in their order. */
export function richFiles(rich: Fields | undefined): { photos: string[]; documents: string[] } {
  const all = Array.isArray(rich?.blocks) ? rich.blocks.flatMap(withInner) : []
  return {
    photos: all.filter(({ type }) => type === 'photo').map(captionOf),
    documents: all.flatMap(({ document }) => ((document as Fields | undefined)?.file_name as string) ?? []),
  }
}

function withInner(block: Fields): Fields[] {
  return [block, ...(Array.isArray(block.blocks) ? block.blocks.flatMap(withInner) : [])]
}

function blockLines(block: Fields): string[] {
  const caption = captionOf(block)
  const under = caption === '' ? '' : ` ${caption}`
  switch (block.type) {
    case 'photo':
      return [`📷 photo${under}`]
    case 'document':
      return [`📎 ${String((block.document as Fields | undefined)?.file_name ?? 'file')}${under}`]
    case 'collage':
    case 'slideshow':
      return [`📷 ×${(block.blocks as unknown[]).length}${under}`]
    case 'divider':
      return ['———']
    case 'table':
      return (block.cells as Fields[][]).map((row) => row.map(({ text }) => textOf(text)).join(': '))
    default: {
      const inner = Array.isArray(block.blocks) ? block.blocks.flatMap(blockLines) : []
      return [textOf(block.summary), textOf(block.text)].filter((line) => line !== '').concat(inner)
    }
  }
}

function captionOf({ caption }: Fields): string {
  return isRecord(caption) ? textOf(caption.text) : ''
}

function textOf(text: unknown): string {
  if (typeof text === 'string') return text
  if (Array.isArray(text)) return text.map(textOf).join('')
  return isRecord(text) ? textOf(text.text) : ''
}

/** Tags are left out and blocks begin new lines. */
function htmlWords(html: string): string {
  return html
    .replaceAll(/<(?:br|\/p|\/h\d|\/tr|\/li|\/table|\/blockquote|hr)[^>]*>/gi, '\n')
    .replaceAll(/<\/t[dh]>/gi, '  ')
    .replaceAll(/<img[^>]*>/gi, '📷 ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\n{2,}/g, '\n')
    .trim()
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
