import { parseArgs } from 'node:util'
import type { Language } from '../domain/people.ts'

const DEFAULT_PORT = 8090
const HIGHEST_PORT = 65_535

export const HELP = `npm run demo [-- options]

Opens a web page that stands in for Telegram: on the left a customer's phone, on the right the staff group, and between them
the real bot on an embedded database. Needs no token and no network. Ctrl-C ends it.

  --seed            begin with a few weeks of tickets, so that queues, search and charts have something to show
  --data-dir DIR    keep everything in this folder and go on there the next time (otherwise a temporary one); the bot's
                    settings and catalogue that are edited on the page lie in it as .env and catalog.yaml
  --port N          serve the page there, by default ${DEFAULT_PORT}; where that is taken, at the next free port
  --language ru|en  whose names and texts made-up people have, and the staff's language; by default ru
  --story           instead play a customer and an agent through the whole story of a ticket, in text, and end
  --help            this text`

export interface PlaygroundOptions {
  readonly seed: boolean
  /** Null: a temporary folder. */
  readonly dataDir: string | null
  readonly port: number
  readonly language: Language
}

export type DemoOptions =
  | { readonly play: 'help' }
  | { readonly play: 'story' }
  | ({ readonly play: 'playground' } & PlaygroundOptions)

/** What somebody typed is no option of the demo, or not with the others. */
export class OptionError extends Error {
  override readonly name = 'OptionError'
}

const OPTIONS = {
  story: { type: 'boolean' },
  seed: { type: 'boolean' },
  'data-dir': { type: 'string' },
  port: { type: 'string' },
  language: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

/** @throws OptionError, or a TypeError of Node's that names an unknown option */
export function readOptions(args: readonly string[]): DemoOptions {
  const { values } = parseArgs({ args: [...args], options: OPTIONS })
  if (values.help) return { play: 'help' }
  if (values.story) {
    const others = Object.keys(values).filter((name) => name !== 'story')
    if (others.length > 0)
      throw new OptionError(
        `--story is told without a page and kept nowhere: leave out --${others.join(', --')}.`,
      )
    return { play: 'story' }
  }
  return {
    play: 'playground',
    seed: values.seed ?? false,
    dataDir: values['data-dir'] ?? null,
    port: readPort(values.port),
    language: readLanguage(values.language),
  }
}

function readPort(text: string | undefined): number {
  if (text === undefined) return DEFAULT_PORT
  const port = Number(text)
  if (/^\d+$/.test(text) && port > 0 && port <= HIGHEST_PORT) return port
  throw new OptionError(`--port: write a number from 1 to ${HIGHEST_PORT}, like --port ${DEFAULT_PORT}.`)
}

function readLanguage(text = 'ru'): Language {
  if (text === 'ru' || text === 'en') return text
  throw new OptionError('--language: write ru or en.')
}
