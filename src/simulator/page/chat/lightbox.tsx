import type { PhotoSize } from '../../bot-api/types.ts'
import { Icon } from '../frame/icons.tsx'
import { type ChatScope, type Gallery, useChat } from './chat-scope.ts'
import { chatWords } from './chat-words.ts'
import { fileUrl } from './file-url.ts'
import { Photo } from './photo-grid.tsx'
import { useModal } from './use-modal.ts'

/** Photos in full size, one at a time. Arrows turn the leaves, Escape closes. */
export function Lightbox() {
  const scope = useChat()
  return scope.gallery.value ? <Opened scope={scope} shown={scope.gallery.value} /> : null
}

function Opened({ scope, shown }: { scope: ChatScope; shown: Gallery }) {
  const dialog = useModal()
  const words = chatWords.value
  const { photos, index } = shown
  const photo = photos[index]
  const size = photo?.sizes.at(-1)
  const forget = () => {
    scope.gallery.value = null
  }
  const turn = (by: number) => {
    scope.gallery.value = { photos, index: (index + by + photos.length) % photos.length }
  }
  const onKey = ({ key }: KeyboardEvent) => {
    if (key === 'ArrowLeft') turn(-1)
    if (key === 'ArrowRight') turn(1)
  }
  return (
    <dialog ref={dialog} class="chat-lightbox" aria-label={words.photo} onClose={forget} onKeyDown={onKey}>
      <Bar shown={shown} size={size} close={() => dialog.current?.close()} />
      <div class="chat-lightbox-photo" key={index}>
        {size ? <Photo size={size} alt={photo?.caption || words.photo} /> : null}
      </div>
      {photo?.caption ? <p class="chat-lightbox-caption">{photo.caption}</p> : null}
      {photos.length > 1 ? <Turns turn={turn} /> : null}
    </dialog>
  )
}

function Bar({ shown, size, close }: { shown: Gallery; size: PhotoSize | undefined; close(): void }) {
  const { photos, index } = shown
  const words = chatWords.value
  return (
    <div class="chat-lightbox-bar">
      <span aria-live="polite">{photos.length > 1 ? words.nOf(index + 1, photos.length) : words.photo}</span>
      {size ? (
        <a href={fileUrl(size.file_id)} download="photo.jpg" aria-label={words.download}>
          <Icon name="download" />
        </a>
      ) : null}
      <button type="button" aria-label={words.close} onClick={close}>
        <Icon name="close" />
      </button>
    </div>
  )
}

function Turns({ turn }: { turn(by: number): void }) {
  const { previous, next } = chatWords.value
  return (
    <>
      <button type="button" class="chat-turn back" aria-label={previous} onClick={() => turn(-1)}>
        <Icon name="left" />
      </button>
      <button type="button" class="chat-turn on" aria-label={next} onClick={() => turn(1)}>
        <Icon name="right" />
      </button>
    </>
  )
}
