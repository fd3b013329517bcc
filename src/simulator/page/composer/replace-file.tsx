import { useRef } from 'preact/hooks'
import { IconButton } from '../frame/icon-button.tsx'
import { complain } from '../store/complaints.ts'
import type { Replacement } from '../store/drafts.ts'
import { words } from '../words/words.ts'
import { isTooLarge, tooLarge } from './too-large.ts'

type Kind = Replacement['kind']

/** Images that the server takes as photos. */
const ACCEPTED: Readonly<Record<Kind, string>> = {
  photo: 'image/jpeg,image/png,image/gif,image/webp',
  video: 'video/*',
  document: '',
}

/** Asks for another file of the kind that the edited message carries. */
export function ReplaceFile({ kind, onChosen }: { kind: Kind; onChosen(chosen: Replacement): void }) {
  const picker = useRef<HTMLInputElement>(null)
  const label = words.value.composer.replace[kind]
  const take = (file: File | undefined) => {
    if (!file) return
    if (isTooLarge(file)) complain(tooLarge(file).refusal)
    else onChosen({ file, kind })
  }
  return (
    <>
      <IconButton
        label={label}
        icon={kind === 'photo' ? 'photo' : 'file'}
        onClick={() => picker.current?.click()}
      />
      <input
        ref={picker}
        type="file"
        hidden
        accept={ACCEPTED[kind]}
        aria-label={label}
        onChange={({ currentTarget }) => {
          take(currentTarget.files?.[0])
          currentTarget.value = ''
        }}
      />
    </>
  )
}
