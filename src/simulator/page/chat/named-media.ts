import type { MessageContent } from '../../bot-api/types.ts'
import type { RichBlock } from './rich-types.ts'

/** What a rich message brings along, to be named in it as `tg://photo?id=…`. */
export interface NamedMedia {
  id: string
  media: MessageContent
}

const KINDS = ['photo', 'animation', 'video', 'audio', 'document'] as const

/** The file that an address such as `tg://photo?id=x` names, as a block; null for an address that names none. */
export function mediaBlock(source: string, media: readonly NamedMedia[]): RichBlock | null {
  const id = /^tg:\/\/\w+\?id=([\w-]+)/.exec(source)?.[1]
  const found = media.find((each) => each.id === id)?.media
  const kind = KINDS.find((each) => found?.[each])
  return found && kind ? ({ type: kind, [kind]: found[kind] } as RichBlock) : null
}
