import { readFileSync } from 'node:fs'
import { FluentParser, type Message, type Variant, Visitor } from '@fluent/syntax'

/** Unicode's names for the forms a number asks for, but for the one that is there in any choice. */
const PLURALS: readonly string[] = ['zero', 'one', 'two', 'few', 'many']

export interface LocaleMessage {
  readonly key: string
  /** The names of the variables it shows or chooses by, sorted. */
  readonly variables: readonly string[]
  /** The other messages it is made of. */
  readonly references: readonly string[]
  /** Whether a number chooses among its forms. */
  readonly isCounted: boolean
  /** All its words, each variant's too. */
  readonly words: string
}

export interface Locale {
  readonly messages: ReadonlyMap<string, LocaleMessage>
  /** What can't be read, and keys that are there twice. */
  readonly mistakes: readonly string[]
}

/** Reads a file of the texts. */
export function readLocale(file: URL): Locale {
  const messages = new Map<string, LocaleMessage>()
  const mistakes: string[] = []
  for (const entry of new FluentParser({ withSpans: false }).parse(readFileSync(file, 'utf8')).body) {
    if (entry.type === 'Junk') mistakes.push(`can't be read: ${entry.content}`)
    if (entry.type !== 'Message') continue
    if (messages.has(entry.id.name)) mistakes.push(`there twice: ${entry.id.name}`)
    messages.set(entry.id.name, readMessage(entry))
  }
  return { messages, mistakes }
}

function readMessage(message: Message): LocaleMessage {
  const variables = new Set<string>()
  const references: string[] = []
  const words: string[] = []
  let isCounted = false
  class Reader extends Visitor {
    override visitVariableReference(node: { id: { name: string } }): void {
      variables.add(node.id.name)
    }
    override visitMessageReference(node: { id: { name: string } }): void {
      references.push(node.id.name)
    }
    override visitVariant(node: Variant): void {
      const { key } = node
      if (key.type === 'NumberLiteral' || PLURALS.includes(key.name)) isCounted = true
      this.genericVisit(node)
    }
    override visitTextElement(node: { value: string }): void {
      words.push(node.value)
    }
  }
  new Reader().visit(message)
  return {
    key: message.id.name,
    variables: [...variables].sort(),
    references,
    isCounted,
    words: words.join(' '),
  }
}
