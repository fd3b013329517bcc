import type { StateView } from '../../playground/protocol.ts'
import { formatWorldTime } from '../frame/world-clock.tsx'
import { inWords } from '../words/words.ts'

const MOMENT = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const

/** How something stands, with its moment as the page's other times: in the reader's time zone. */
export function stateInWords({ words, moment }: StateView): string {
  const said = inWords(words)
  return moment === undefined ? said : said.replace('{moment}', formatWorldTime(moment, MOMENT))
}
