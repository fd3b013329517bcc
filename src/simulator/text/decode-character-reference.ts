const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' }

/**
 * Reads the reference that begins with the `&` at `at`; undefined when there is none the server knows, and the
 * `&` then stands for itself. The semicolon may be missing (MessageEntity.cpp, decode_html_entity).
 */
export function decodeCharacterReference(
  source: string,
  at: number,
): { text: string; end: number } | undefined {
  const match = /^&(?:#x([0-9a-fA-F]*)|#(\d*)|([a-zA-Z]*))/.exec(source.slice(at, at + 40))
  if (!match) return undefined
  const [whole, hex, decimal, name] = match
  const end = at + whole.length + (source[at + whole.length] === ';' ? 1 : 0)
  if (name !== undefined) {
    const text = NAMED[name]
    return text === undefined ? undefined : { text, end }
  }
  const code = hex === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hex, 16)
  if (!Number.isFinite(code) || code === 0 || code >= 0x10ffff || whole.length >= 10) return undefined
  return { text: String.fromCodePoint(code), end }
}
