import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import type { ActAnswer } from '../../playground/act-protocol.ts'
import type { Refusal } from '../../playground/refusal.ts'
import { withdraw } from '../store/complaints.ts'
import { refusalInWords, words } from '../words/words.ts'
import { IconButton } from './icon-button.tsx'

export interface DialogProps {
  title: string
  /** For a long text. */
  isWide?: boolean
  onClose(): void
  children: ComponentChildren
}

/** A modal window: the browser keeps the focus in it and gives it back afterwards. */
export function Dialog({ title, isWide = false, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const isGone = useRef(false)
  const titleId = useId()
  useEffect(() => {
    const shown = dialog.current
    const opener = document.activeElement
    shown?.showModal()
    return () => {
      isGone.current = true
      shown?.close()
      // One that has left the page by now does not give the focus back by itself.
      const isLost = document.activeElement === document.body
      if (isLost && opener instanceof HTMLElement) opener.focus({ preventScroll: true })
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      class={isWide ? 'dialog wide' : 'dialog'}
      aria-labelledby={titleId}
      // Its own closing is told late, when another window may be open already.
      onClose={() => isGone.current || onClose()}
    >
      <header class="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <IconButton label={words.value.common.close} icon="close" hasTip={false} onClick={onClose} />
      </header>
      {children}
    </dialog>
  )
}

export interface FormDialogProps extends DialogProps {
  submit: string
  isDangerous?: boolean
  /** A refusal is shown and the window stays as it is. */
  onSubmit(form: FormData): Promise<ActAnswer>
}

/** A window with fields and one act at its end. */
export function FormDialog({ submit, isDangerous, onSubmit, children, ...dialog }: FormDialogProps) {
  const refusal = useSignal<Refusal | null>(null)
  const isBusy = useSignal(false)
  const send = async (form: HTMLFormElement) => {
    if (isBusy.value) return
    isBusy.value = true
    const answer = await onSubmit(new FormData(form))
    isBusy.value = false
    if (answer.isOk) dialog.onClose()
    else {
      refusal.value = answer.refusal
      withdraw(answer.refusal)
    }
  }
  return (
    <Dialog {...dialog}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          void send(event.currentTarget)
        }}
      >
        {children}
        <p class="refusal" role="alert">
          {refusal.value && refusalInWords(refusal.value)}
        </p>
        <div class="form-end">
          <button type="button" class="button" onClick={dialog.onClose}>
            {words.value.common.cancel}
          </button>
          <button type="submit" class={isDangerous ? 'button danger' : 'button primary'} aria-busy={isBusy}>
            {submit}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

/** What a person typed into a field; undefined for nothing. */
export function typed(form: FormData, name: string): string | undefined {
  return String(form.get(name) ?? '').trim() || undefined
}
