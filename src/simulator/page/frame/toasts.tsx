import { useEffect, useRef } from 'preact/hooks'
import { type Complaint, complaints, dismiss } from '../store/complaints.ts'
import { refusalInWords, words } from '../words/words.ts'
import { IconButton } from './icon-button.tsx'

/** How long a refusal is shown, milliseconds. */
const SHOWN_MS = 9_000

/** What was refused, over everything else that is open. */
export function Toasts() {
  const list = useRef<HTMLElement>(null)
  const shown = complaints.value
  const newest = shown.at(-1)
  useEffect(() => {
    const { current } = list
    if (!current) return
    // What is shown last lies on top, so it is shown anew for a window that opened since.
    if (current.matches(':popover-open')) current.hidePopover()
    if (shown.length > 0) current.showPopover()
  }, [shown])
  return (
    <>
      <p class="for-reader" role="alert">
        {newest && refusalInWords(newest.refusal)}
      </p>
      <section ref={list} class="toasts" popover="manual" aria-label={words.value.frame.refusals}>
        {shown.map((complaint) => (
          <Toast key={complaint.id} complaint={complaint} />
        ))}
      </section>
    </>
  )
}

function Toast({ complaint: { id, refusal } }: { complaint: Complaint }) {
  useEffect(() => {
    const timer = setTimeout(() => dismiss(id), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [id])
  return (
    <p class="toast">
      <span>{refusalInWords(refusal)}</span>
      <IconButton label={words.value.frame.dismiss} icon="close" hasTip={false} onClick={() => dismiss(id)} />
    </p>
  )
}
