import { useSignal } from '@preact/signals'
import type { PaperView, Wording } from '../../playground/protocol.ts'
import { Dialog, FormDialog } from '../frame/dialog.tsx'
import { Field } from '../frame/field.tsx'
import { act } from '../store/act.ts'
import { inWords, words } from '../words/words.ts'
import { stateInWords } from './state-in-words.ts'

/** Texts behind the scenes, each of which opens in a window. */
export function Papers({ papers }: { papers: readonly PaperView[] }) {
  const open = useSignal<OpenPaper | null>(null)
  if (papers.length === 0) return null
  const read = async (paper: PaperView) => {
    const answer = await act({ do: 'read-paper', id: paper.id })
    if (answer.isOk) open.value = { paper, text: answer.text ?? '' }
  }
  const close = () => {
    open.value = null
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
            <p class="small" role="status">
              {paper.state && stateInWords(paper.state)}
            </p>
          </li>
        ))}
      </ul>
      {open.value === null ? null : <PaperDialog {...open.value} onClose={close} />}
    </section>
  )
}

interface OpenPaper {
  paper: PaperView
  text: string | Wording
}

function PaperDialog({ paper, text, onClose }: OpenPaper & { onClose(): void }) {
  const title = inWords(paper.label)
  const said = typeof text === 'string' ? text : inWords(text)
  if (paper.isReadOnly) {
    return (
      <Dialog title={title} isWide onClose={onClose}>
        <Field label={inWords(paper.hint)}>
          {(id) => <textarea id={id} class="paper" readOnly spellcheck={false} value={said} />}
        </Field>
      </Dialog>
    )
  }
  return (
    <FormDialog
      title={title}
      submit={words.value.panel.savePaper}
      isWide
      onClose={onClose}
      onSubmit={(form) => act({ do: 'save-paper', id: paper.id, text: String(form.get('text') ?? '') })}
    >
      <Field label={inWords(paper.hint)}>
        {(id) => (
          <textarea id={id} name="text" class="paper" spellcheck={false} wrap="off" defaultValue={said} />
        )}
      </Field>
    </FormDialog>
  )
}
