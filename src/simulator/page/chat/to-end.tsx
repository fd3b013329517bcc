import { useRef } from 'preact/hooks'
import type { MessageView } from '../../playground/protocol.ts'
import { Icon } from '../frame/icons.tsx'
import { chatWords } from './chat-words.ts'
import type { ScrollKeeper } from './scroll-keeper.ts'

/** Back to the end, and how much has come there meanwhile. */
export function ToEnd({ keeper, shown }: { keeper: ScrollKeeper; shown: readonly MessageView[] }) {
  const newest = shown.at(-1)?.order ?? 0
  const seen = useRef(newest)
  if (keeper.isAtEnd.value) {
    seen.current = newest
    return null
  }
  const unseen = shown.filter(({ order }) => order > seen.current).length
  const { toNewest, newMessages, newShort } = chatWords.value
  const label = unseen > 0 ? `${toNewest}: ${newMessages(unseen)}` : toNewest
  return (
    <button type="button" class="chat-to-end" aria-label={label} onClick={keeper.toEnd}>
      <Icon name="down" />
      {unseen > 0 ? <span aria-hidden="true">{newShort(unseen)}</span> : null}
    </button>
  )
}
