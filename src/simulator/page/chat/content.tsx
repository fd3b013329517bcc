import type { ComponentChildren } from 'preact'
import type { Message, MessageContent } from '../../bot-api/types.ts'
import type { MessageView } from '../../playground/protocol.ts'
import { chatWords } from './chat-words.ts'
import { FormattedText } from './entities.tsx'
import { AudioCard, Card, DocumentCard, PlaceCard, VideoCard, VoiceCard } from './media-cards.tsx'
import { PhotoGrid } from './photo-grid.tsx'
import { PollView } from './poll-view.tsx'
import { RichMessage } from './rich-message.tsx'

/** What one message carries, or all of an album. */
export function Content({ views }: { views: readonly MessageView[] }) {
  const messages = views.map(({ message }) => message)
  const [first] = messages
  if (!first) return null
  const media = messages.length > 1 ? <Album views={views} /> : mediaOf(first)
  const withWords = views.filter(({ message: { text, caption } }) => text !== undefined || caption)
  // The only caption is the whole album's; of several each is its own part's.
  const partOf = ({ key }: MessageView) => (withWords.length > 1 ? key : undefined)
  const text = withWords.map((view) => <Words message={view.message} part={partOf(view)} />)
  const isAbove = (first as { show_caption_above_media?: boolean }).show_caption_above_media === true
  return (
    <>
      {isAbove ? text : null}
      {media}
      {isAbove ? null : text}
      {first.rich_message ? <RichMessage rich={first.rich_message} /> : null}
    </>
  )
}

function Words({ message, part }: { message: Message; part: string | undefined }) {
  const { text, entities, caption, caption_entities: ofCaption } = message
  return (
    <div class="chat-text" dir="auto" data-part={part}>
      <FormattedText text={text ?? caption ?? ''} entities={text === undefined ? ofCaption : entities} />
    </div>
  )
}

/** Pictures beside each other, files below. */
function Album({ views }: { views: readonly MessageView[] }) {
  const photos = views.filter(({ message }) => message.photo)
  const shown = photos.map(({ key, message: { photo = [], caption = '' } }) => {
    return { sizes: photo, caption, part: key }
  })
  const others = views.filter(({ message }) => !message.photo)
  return (
    <>
      {shown.length > 0 ? <PhotoGrid photos={shown} /> : null}
      {others.map(({ key, message }) => (
        <div key={key} data-part={key}>
          {mediaOf(message)}
        </div>
      ))}
    </>
  )
}

function mediaOf(content: MessageContent): ComponentChildren {
  const { photo, animation, document, video, audio, voice, caption = '' } = content
  if (photo) return <PhotoGrid photos={[{ sizes: photo, caption }]} />
  // An animation is repeated as a document, for old clients.
  if (animation) return <VideoCard file={animation} kind="animation" />
  if (document) return <DocumentCard file={document} />
  if (video) return <VideoCard file={video} kind="video" />
  if (audio) return <AudioCard file={audio} />
  if (voice) return <VoiceCard file={voice} />
  if (content.video_note) return <VideoCard file={content.video_note} kind="videoNote" />
  return withoutFile(content)
}

function withoutFile({ sticker, venue, location, contact, poll, dice }: MessageContent): ComponentChildren {
  const words = chatWords.value
  if (sticker) return <Large emoji={sticker.emoji ?? '🙂'} words={words.sticker} />
  if (dice) return <Large emoji={dice.emoji} words={words.dice(dice.emoji, dice.value)} value={dice.value} />
  if (venue) return <PlaceCard location={venue.location} name={venue.title} address={venue.address} />
  if (location) return <PlaceCard location={location} name={words.location} />
  if (contact) {
    const name = [contact.first_name, contact.last_name].filter(Boolean).join(' ')
    return <Card icon="person" title={name} details={[contact.phone_number]} />
  }
  return poll ? <PollView poll={poll} /> : null
}

function Large({ emoji, words, value }: { emoji: string; words: string; value?: number }) {
  return (
    <div class="chat-large">
      <span aria-hidden="true">{emoji}</span>
      <span class="chat-large-words">{value === undefined ? words : <strong>{value}</strong>}</span>
      {value === undefined ? null : <span class="for-reader">{words}</span>}
    </div>
  )
}
