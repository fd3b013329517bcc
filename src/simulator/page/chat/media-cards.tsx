import type { ComponentChildren } from 'preact'
import type { FileReference, Location, NamedFile, TimedFile } from '../../bot-api/types.ts'
import { Icon, type IconName } from '../frame/icons.tsx'
import { useChat } from './chat-scope.ts'
import { chatWords } from './chat-words.ts'
import { fileUrl } from './file-url.ts'
import { formatBytes, formatDuration } from './format.ts'

interface CardProps {
  icon: IconName
  title: string
  details: readonly (string | undefined)[]
  /** What can be downloaded, and under which name. */
  file?: FileReference & { name: string }
}

/** A line that stands for something the page does not play or show. */
export function Card({ icon, title, details, file }: CardProps) {
  const inner = (
    <>
      <span class="chat-card-icon">
        <Icon name={icon} />
      </span>
      <span class="chat-card-words">
        <span class="chat-card-title">{title}</span>
        <span class="chat-card-details">{details.filter(Boolean).join(' · ')}</span>
      </span>
    </>
  )
  if (!file) return <div class="chat-card">{inner}</div>
  return (
    <a
      class="chat-card"
      href={fileUrl(file.file_id)}
      download={file.name}
      title={chatWords.value.downloadNamed(file.name)}
    >
      {inner}
      <Icon name="download" />
      <span class="for-reader">{chatWords.value.download}</span>
    </a>
  )
}

/** As the holder of the phone writes it. */
function useSize({ file_size: bytes }: FileReference): string | undefined {
  const { locale } = useChat()
  return bytes === undefined ? undefined : formatBytes(bytes, locale)
}

export function DocumentCard({ file }: { file: NamedFile }) {
  const name = file.file_name ?? chatWords.value.document
  const extension = /\.(\w{1,5})$/.exec(name)?.[1]?.toUpperCase()
  return <Card icon="file" title={name} details={[extension, useSize(file)]} file={{ ...file, name }} />
}

export function VoiceCard({ file }: { file: TimedFile }) {
  const { voice } = chatWords.value
  const details = [formatDuration(file.duration), useSize(file)]
  return <Card icon="voice" title={voice} details={details} file={{ ...file, name: 'voice.ogg' }} />
}

export function AudioCard({ file }: { file: TimedFile }) {
  const name = file.file_name ?? 'audio.mp3'
  const title =
    [file.performer, file.title].filter(Boolean).join(' — ') || (file.file_name ?? chatWords.value.audio)
  const details = [formatDuration(file.duration), useSize(file)]
  return <Card icon="note" title={title} details={details} file={{ ...file, name }} />
}

/** A moving picture, with its proportions. */
export function VideoCard({ file, kind }: { file: TimedFile; kind: 'video' | 'animation' | 'videoNote' }) {
  const title = chatWords.value[kind]
  const name = file.file_name ?? 'video.mp4'
  const ratio = kind === 'videoNote' ? 1 : (file.width ?? 4) / (file.height ?? 3)
  return (
    <div class="chat-video" data-kind={kind}>
      <div class="chat-video-screen" style={{ aspectRatio: String(Math.min(2.4, Math.max(0.7, ratio))) }}>
        <Icon name="play" />
        <span class="chat-video-time">{kind === 'animation' ? 'GIF' : formatDuration(file.duration)}</span>
      </div>
      <Card
        icon="play"
        title={file.file_name ?? title}
        details={[file.file_name ? title : undefined, formatDuration(file.duration), useSize(file)]}
        file={{ ...file, name }}
      />
    </div>
  )
}

export function PlaceCard({
  location,
  name,
  address,
}: {
  location: Location
  name: string
  address?: string
}) {
  const { latitude, longitude } = location
  return (
    <div class="chat-place">
      <div class="chat-map" aria-hidden="true">
        <Icon name="place" />
      </div>
      <Lines title={name}>
        {address ? <span>{address}</span> : null}
        <span>
          {latitude.toFixed(5)}, {longitude.toFixed(5)}
        </span>
      </Lines>
    </div>
  )
}

function Lines({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="chat-lines">
      <span class="chat-card-title">{title}</span>
      {children}
    </div>
  )
}
