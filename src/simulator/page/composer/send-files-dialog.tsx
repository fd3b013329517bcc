import { type Signal, useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import type { ActAnswer, UploadedItem } from '../../playground/act-protocol.ts'
import { locale } from '../chat/chat-words.ts'
import { formatBytes } from '../chat/format.ts'
import { FormDialog } from '../frame/dialog.tsx'
import { Check, Field } from '../frame/field.tsx'
import { IconButton } from '../frame/icon-button.tsx'
import { Icon } from '../frame/icons.tsx'
import type { HeldPhone } from '../phones/held-phone.ts'
import { act, upload } from '../store/act.ts'
import { type Draft, draftAt } from '../store/drafts.ts'
import { words } from '../words/words.ts'
import { albumParts, kindOfFile } from './album-parts.ts'
import { isTooLarge, tooLarge } from './too-large.ts'

export interface SendFilesDialogProps {
  phone: HeldPhone
  files: Signal<readonly File[]>
}

/** Shows what was chosen, dropped or pasted before it is sent; several go as an album. */
export function SendFilesDialog({ phone, files }: SendFilesDialogProps) {
  const { composer, common } = words.value
  const draft = draftAt(phone.at)
  const asFiles = useSignal(false)
  const caption = useSignal(draft.peek().editing ? '' : draft.peek().text)
  const close = () => {
    files.value = []
  }
  const send = async () => {
    const answer = await sendFiles(phone, files.value, asFiles.value, caption.value.trim(), draft.peek())
    const { text } = draft.value
    if (answer.isOk) draft.value = { text: text === caption.value ? '' : text, replyTo: null, editing: null }
    return answer
  }
  return (
    <FormDialog
      title={composer.chosen(files.value.length)}
      submit={common.send}
      onClose={close}
      onSubmit={send}
    >
      <ul class="chosen-files">
        {files.value.map((file, index) => (
          <ChosenFile
            key={`${index}.${file.name}`}
            file={file}
            onRemove={() => {
              files.value = files.value.filter((each) => each !== file)
            }}
          />
        ))}
      </ul>
      <Check
        label={composer.asFiles}
        isChecked={asFiles.value}
        onChange={(isChecked) => {
          asFiles.value = isChecked
        }}
      />
      <Caption caption={caption} />
    </FormDialog>
  )
}

function Caption({ caption }: { caption: Signal<string> }) {
  return (
    <Field label={words.value.composer.caption}>
      {(id) => (
        <textarea
          id={id}
          rows={2}
          value={caption}
          onInput={({ currentTarget }) => {
            caption.value = currentTarget.value
          }}
        />
      )}
    </Field>
  )
}

function ChosenFile({ file, onRemove }: { file: File; onRemove(): void }) {
  const isPhoto = kindOfFile(file.type, false) === 'photo'
  const preview = useMemo(() => (isPhoto ? URL.createObjectURL(file) : null), [file, isPhoto])
  useEffect(() => () => preview && URL.revokeObjectURL(preview), [preview])
  return (
    <li>
      <span class="chosen-file">{preview ? <img src={preview} alt="" /> : <Icon name="file" />}</span>
      <span class="two-lines">
        <span class="cut">{file.name}</span>
        <span class="quiet small">{formatBytes(file.size, locale.value)}</span>
      </span>
      <IconButton
        label={`${words.value.common.remove}: ${file.name}`}
        icon="close"
        hasTip={false}
        onClick={onRemove}
      />
    </li>
  )
}

async function sendFiles(
  { actor, place }: HeldPhone,
  files: readonly File[],
  asFiles: boolean,
  caption: string,
  { replyTo }: Draft,
): Promise<ActAnswer> {
  const large = files.find(isTooLarge)
  if (large) return tooLarge(large)
  const items: UploadedItem[] = []
  for (const file of files) {
    const answer = await upload(file)
    if (!answer.isOk) return answer
    items.push({ uploadId: answer.uploadId, kind: kindOfFile(file.type, asFiles) })
  }
  let last: ActAnswer = { isOk: true }
  for (const [index, part] of albumParts(items).entries()) {
    const first = index === 0 ? { ...(caption && { caption }), ...(replyTo !== null && { replyTo }) } : {}
    last = await act({ do: 'send-files', actor, place, items: part, ...first })
    if (!last.isOk) return last
  }
  return last
}
