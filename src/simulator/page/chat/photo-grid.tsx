import { useState } from 'preact/hooks'
import type { PhotoSize } from '../../bot-api/types.ts'
import { Icon } from '../frame/icons.tsx'
import { type ShownPhoto, useChat } from './chat-scope.ts'
import { chatWords } from './chat-words.ts'
import { fileUrl } from './file-url.ts'
import { albumRows, pickSize } from './pick-size.ts'

/** The widest a photo is shown in a bubble, CSS pixels. */
const MAX_WIDTH = 360
const MAX_HEIGHT = 380

/** A photo, or several as an album. A click opens them one by one in full size. */
export function PhotoGrid({ photos }: { photos: readonly ShownPhoto[] }) {
  const [single] = photos
  if (photos.length === 1 && single) {
    return (
      <div class="chat-photo-single" style={boxOf(single.sizes.at(-1))}>
        <Tile photos={photos} index={0} width={MAX_WIDTH} />
      </div>
    )
  }
  let next = 0
  const rows = albumRows(photos.length).map((count) => {
    next += count
    return Array.from({ length: count }, (_, column) => next - count + column)
  })
  return (
    <fieldset class="chat-album" aria-label={chatWords.value.photos(photos.length)}>
      {rows.map((indexes) => (
        <div class="chat-album-row" data-count={indexes.length}>
          {indexes.map((index) => (
            <Tile photos={photos} index={index} width={MAX_WIDTH / indexes.length} />
          ))}
        </div>
      ))}
    </fieldset>
  )
}

/** Its place is kept before it has come, so that nothing jumps. */
function boxOf(largest: PhotoSize | undefined): { width: string; aspectRatio: string } {
  const { width = 4, height = 3 } = largest ?? {}
  // Very long and very narrow ones are cut at the sides, as messengers do.
  const ratio = Math.min(3, Math.max(0.5, width / height))
  const shown = Math.min(MAX_WIDTH, Math.max(160, width), MAX_HEIGHT * ratio)
  return { width: `${Math.round(shown)}px`, aspectRatio: String(ratio) }
}

function Tile({ photos, index, width }: { photos: readonly ShownPhoto[]; index: number; width: number }) {
  const { gallery } = useChat()
  const open = () => {
    gallery.value = { photos, index }
  }
  const { openPhoto } = chatWords.value
  const wanted = width * globalThis.devicePixelRatio
  const { sizes = [], part } = photos[index] ?? {}
  const size = pickSize(sizes, wanted, wanted)
  return (
    <button
      type="button"
      class="chat-photo"
      data-part={part}
      aria-label={openPhoto(index + 1, photos.length)}
      onClick={open}
    >
      {size ? <Photo size={size} alt="" /> : null}
    </button>
  )
}

/** A file that is no picture, or a dot of one, is shown as a sign with its measures. */
export function Photo({ size, alt }: { size: PhotoSize; alt: string }) {
  const [isPicture, setPicture] = useState(true)
  const look = ({ currentTarget }: { currentTarget: HTMLImageElement }) =>
    setPicture(currentTarget.naturalWidth > 1)
  if (!isPicture) {
    return (
      <span class="chat-photo-sign">
        <Icon name="photo" />
        <span>
          {size.width} × {size.height}
        </span>
      </span>
    )
  }
  return (
    <img
      src={fileUrl(size.file_id)}
      alt={alt}
      width={size.width}
      height={size.height}
      loading="lazy"
      decoding="async"
      onLoad={look}
      onError={() => setPicture(false)}
    />
  )
}
