import { here, showPhone } from '../store/here.ts'
import { words } from '../words/words.ts'

/** The first stops of the Tab key. The address keeps the place, so these do not change it. */
export function SkipLinks() {
  const { frame } = words.value
  /** Once it is drawn: where there is room for one phone, the other one cannot have the focus. */
  const goTo = (selector: string) =>
    requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus())
  return (
    <nav class="skip-links" aria-label={frame.title}>
      <button
        type="button"
        onClick={() => {
          showPhone('left')
          goTo('[data-phone=left]')
        }}
      >
        {frame.skipToLeft}
      </button>
      <button
        type="button"
        onClick={() => {
          showPhone('right')
          goTo('[data-phone=right]')
        }}
      >
        {frame.skipToRight}
      </button>
      {here.value.panel === null ? null : (
        <button type="button" onClick={() => goTo('.side-panel')}>
          {frame.skipToPanel}
        </button>
      )}
    </nav>
  )
}
