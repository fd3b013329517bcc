/** Strokes on a field of 20 by 20. */
const PATHS = {
  check: 'M4 11l4 4 8-10',
  'double-check': 'M1 11l4 4 7-9 M10 15l1 0 7-9',
  hourglass: 'M5 3h10 M5 17h10 M6 3c0 4 8 6 8 10v4 M14 3c0 4-8 6-8 10v4',
  'eye-off':
    'M3 3l14 14 M8 5a9 9 0 0 1 10 5 12 12 0 0 1-2 3 M13 14.5a8 8 0 0 1-11-4.5 12 12 0 0 1 3.5-4 M8.5 8.5a2 2 0 0 0 3 3',
  eye: 'M2 10a9 9 0 0 1 16 0 9 9 0 0 1-16 0z M10 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  dots: 'M4 10h.01 M10 10h.01 M16 10h.01',
  reply: 'M8 5L3 10l5 5 M3 10h8c4 0 6 2 6 6',
  edit: 'M4 16l1-4 8-8 3 3-8 8-4 1z',
  delete: 'M4 6h12 M8 6V4h4v2 M6 6l1 11h6l1-11',
  pin: 'M7 3h6l-1 5 3 3H5l3-3-1-5z M10 11v6',
  forward: 'M12 5l5 5-5 5 M17 10H9c-4 0-6 2-6 6',
  copy: 'M7 7h9v9H7z M13 7V4H4v9h3',
  download: 'M10 3v10 M6 9l4 4 4-4 M4 17h12',
  play: 'M7 4l9 6-9 6z',
  note: 'M8 15V4l8-1v10 M8 15a2 2 0 1 1-4 0 2 2 0 0 1 4 0z M16 13a2 2 0 1 1-4 0 2 2 0 0 1 4 0z',
  voice: 'M10 3a2 2 0 0 0-2 2v5a2 2 0 0 0 4 0V5a2 2 0 0 0-2-2z M5 10a5 5 0 0 0 10 0 M10 15v3',
  file: 'M5 2h7l4 4v12H5z M12 2v4h4',
  photo: 'M3 4h14v12H3z M3 13l4-4 4 4 3-2 3 3 M13 7.5h.01',
  place: 'M10 18c-4-5-6-7-6-10a6 6 0 0 1 12 0c0 3-2 5-6 10z M10 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  person: 'M10 10a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z M3 18a7 7 0 0 1 14 0',
  down: 'M10 4v12 M4 10l6 6 6-6',
  left: 'M12 4l-6 6 6 6',
  right: 'M8 4l6 6-6 6',
  close: 'M5 5l10 10 M15 5L5 15',
  link: 'M7 13l7-7 M8 5h7v7',
  more: 'M5 8l5 5 5-5',
} as const

export type IconName = keyof typeof PATHS

/** A picture beside words: whoever cannot see it misses nothing. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`chat-icon chat-icon-${name}`} viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  )
}
