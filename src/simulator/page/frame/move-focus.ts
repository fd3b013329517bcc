const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

/** Arrows, Home and End move the focus among the items of a menu, in a circle. */
export function moveFocus(event: KeyboardEvent & { currentTarget: HTMLElement }, items: string): void {
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(items)]
  const at = all.indexOf(document.activeElement as HTMLElement)
  const step = STEPS[event.key]
  const next =
    step === undefined ? { Home: 0, End: all.length - 1 }[event.key] : (at + step + all.length) % all.length
  if (next === undefined) return
  event.preventDefault()
  all[next]?.focus()
}
