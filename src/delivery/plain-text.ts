type Payload = { readonly [key: string]: unknown }

/** The same call without any formatting: what is left when Telegram can't parse what we wrote. */
export function withoutFormatting(payload: Payload): Payload {
  const isHtml = String(payload.parse_mode).toLowerCase() === 'html'
  const entries = Object.entries(payload)
    .filter(([key]) => !['parse_mode', 'entities', 'caption_entities'].includes(key))
    .map(([key, value]) => [key, plainField(key, value, isHtml)])
  return Object.fromEntries(entries)
}

function plainField(key: string, value: unknown, isHtml: boolean): unknown {
  if (isHtml && (key === 'text' || key === 'caption') && typeof value === 'string') return htmlToText(value)
  if (key === 'media' && Array.isArray(value))
    return value.map((item: unknown) => (isRecord(item) ? withoutFormatting(item) : item))
  if (key === 'media' && isRecord(value)) return withoutFormatting(value)
  return value
}

const isRecord = (value: unknown): value is Payload => typeof value === 'object' && value !== null

const HTML_ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' }

function htmlToText(html: string): string {
  return html
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(lt|gt|amp|quot);/g, (whole, name: string) => HTML_ENTITIES[name] ?? whole)
}
