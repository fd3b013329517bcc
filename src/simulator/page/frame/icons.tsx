/** Drawn for the page: strokes on a square of 24, in the colour of the text around. */
const PATHS = {
  menu: 'M12 5.5v.01M12 12v.01M12 18.5v.01',
  close: 'M6 6l12 12M18 6L6 18',
  send: 'M4 12l16-8-6 16-3-7-7-1z',
  attach: 'M20 11l-8.5 8.5a5 5 0 0 1-7-7L13 4a3.4 3.4 0 0 1 5 5l-8.5 8.5a1.7 1.7 0 0 1-2.5-2.5L15 7',
  slash: 'M5 4h14a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM14 8l-4 8',
  keyboard: 'M3 6h18v12H3zM7 10v.01M12 10v.01M17 10v.01M8 14h8',
  plus: 'M12 5v14M5 12h14',
  panel: 'M4 5h16v14H4zM15 5v14',
  down: 'M6 9l6 6 6-6',
  lock: 'M6 11h12v9H6zM9 11V8a3 3 0 0 1 6 0v3',
  reply: 'M10 6L4 12l6 6M4 12h10a6 6 0 0 1 6 6',
  edit: 'M5 19l1-4L16 5l3 3L9 18zM14 7l3 3',
  file: 'M7 3h7l4 4v14H7zM14 3v4h4',
  check: 'M5 12.5l4.5 4.5L19 7',
  pause: 'M9 5v14M15 5v14',
  play: 'M7 5l12 7-12 7z',
  tools: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5',
} as const

export type IconName = keyof typeof PATHS

/** Only to look at: what a control does is said in its label. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  )
}
