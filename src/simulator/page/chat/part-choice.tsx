import type { MessageView } from '../../playground/protocol.ts'
import { chatWords } from './chat-words.ts'

interface Props {
  views: readonly MessageView[]
  /** The key of a part; null: the whole album. */
  chosen: string | null
  onChoose(part: string | null): void
}

/** Which part of an album is meant, where none was pressed: for whoever opens the menu by its button. */
export function PartChoice({ views, chosen, onChoose }: Props) {
  const { menu } = chatWords.value
  const parts = views.map(({ key }, index) => ({ part: key, label: menu.part(index + 1), face: index + 1 }))
  const all = { part: null, label: menu.wholeAlbum, face: menu.wholeAlbum }
  return (
    <fieldset class="chat-parts" aria-label={menu.parts}>
      {[all, ...parts].map(({ part, label, face }) => (
        <button
          type="button"
          role="menuitemradio"
          key={part ?? ''}
          aria-checked={part === chosen}
          aria-label={label}
          onClick={() => onChoose(part)}
        >
          {face}
        </button>
      ))}
    </fieldset>
  )
}
