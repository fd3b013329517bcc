import { useSignal } from '@preact/signals'
import type { PaperView } from '../../playground/protocol.ts'
import { FormDialog } from '../frame/dialog.tsx'
import { Field } from '../frame/field.tsx'
import { act } from '../store/act.ts'
import { inWords, words } from '../words/words.ts'

/** Texts behind the scenes, each of which opens in a window. */
export function Papers({ papers }: { papers: readonly PaperView[] }) {
  const open = useSignal<{ paper: PaperView; text: string } | null>(null)
  if (papers.length === 0) return null
  const read = async (paper: PaperView) => {
    const answer = await act({ do: 'read-paper', id: paper.id })
    if (answer.isOk) open.value = { paper, text: answer.text ?? '' }
  }
  return (
    <section class="panel-part">
      <h2>{words.value.panel.papers}</h2>
      <ul class="switches">
        {papers.map((paper) => (
          <li key={paper.id}>
            <button type="button" class="button" aria-haspopup="dialog" onClick={() => void read(paper)}>
              {inWords(paper.label)}
            </button>
            <p class="quiet small">{inWords(paper.hint)}</p>
          </li>
        ))}
      </ul>
      {open.value === null ? null : (
        <PaperDialog
          {...open.value}
          onClose={() => {
            open.value = null
          }}
        />
      )}
    </section>
  )
}

function PaperDialog({ paper, text, onClose }: { paper: PaperView; text: string; onClose(): void }) {
  const { panel } = words.value
  return (
    <FormDialog
      title={inWords(paper.label)}
      submit={panel.savePaper}
      isWide
      onClose={onClose}
      onSubmit={(form) => act({ do: 'save-paper', id: paper.id, text: String(form.get('text') ?? '') })}
    >
      <Field label={inWords(paper.hint)}>
        {(id) => (
          <textarea id={id} name="text" class="paper" spellcheck={false} wrap="off" defaultValue={text} />
        )}
      </Field>
    </FormDialog>
  )
}
