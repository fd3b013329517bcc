import { useRef } from 'preact/hooks'
import type { SampleKind } from '../../playground/act-protocol.ts'
import { Icon } from '../frame/icons.tsx'
import { MenuButton, MenuItem, MenuTitle } from '../frame/menu-button.tsx'
import type { HeldPhone } from '../phones/held-phone.ts'
import { act } from '../store/act.ts'
import { draftAt } from '../store/drafts.ts'
import { words } from '../words/words.ts'
import { afterSample, captionFor } from './sample-caption.ts'

const SAMPLES: readonly SampleKind[] = [
  'photo',
  'document',
  'video',
  'voice',
  'video_note',
  'audio',
  'animation',
  'sticker',
  'location',
  'venue',
  'contact',
  'poll',
  'dice',
]

export interface AttachMenuProps {
  phone: HeldPhone
  onFiles(files: readonly File[]): void
}

/** Files of one's own, or something ready-made of each kind. */
export function AttachMenu({ phone, onFiles }: AttachMenuProps) {
  const { composer } = words.value
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
      <MenuButton label={composer.attach} class="icon-button attach" face={<Icon name="attach" />}>
        <MenuItem onClick={() => picker.current?.click()}>
          <Icon name="file" /> {composer.files}
        </MenuItem>
        <MenuTitle>{composer.samples}</MenuTitle>
        <fieldset class="samples" aria-label={composer.samples}>
          {SAMPLES.map((kind) => (
            <MenuItem key={kind} onClick={() => sendSample(phone, kind)}>
              {composer.sample[kind]}
            </MenuItem>
          ))}
        </fieldset>
      </MenuButton>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={composer.files}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])])
          currentTarget.value = ''
        }}
      />
    </>
  )
}

/** What is written goes along as the caption where there can be one, and stays in the field otherwise. */
function sendSample({ actor, place, at }: HeldPhone, kind: SampleKind): void {
  const draft = draftAt(at)
  const written = draft.value
  const caption = captionFor(kind, written)
  const { replyTo } = written
  const along = { ...(caption !== '' && { caption }), ...(replyTo !== null && { replyTo }) }
  void act({ do: 'send-sample', kind, actor, place, ...along }).then(({ isOk }) => {
    if (isOk) draft.value = afterSample(draft.value, written, caption)
  })
}
