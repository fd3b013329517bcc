import {
  Check,
  CheckCheck,
  ChevronDown,
  ChevronLeft,
  ChevronRight,
  Copy,
  Download,
  Ellipsis,
  EllipsisVertical,
  ExternalLink,
  Eye,
  EyeOff,
  File,
  Forward,
  Hourglass,
  type IconNode,
  Image,
  Keyboard,
  LockKeyhole,
  MapPin,
  Mic,
  Music,
  PanelRight,
  Paperclip,
  Pause,
  Pencil,
  Pin,
  Play,
  Plus,
  Reply,
  SendHorizontal,
  SlidersHorizontal,
  SquareSlash,
  Trash2,
  UserRound,
  X,
} from 'lucide'
import { createElement } from 'preact'

const ICONS = {
  attach: Paperclip,
  check: Check,
  close: X,
  copy: Copy,
  delete: Trash2,
  dots: Ellipsis,
  'double-check': CheckCheck,
  down: ChevronDown,
  download: Download,
  edit: Pencil,
  eye: Eye,
  'eye-off': EyeOff,
  file: File,
  forward: Forward,
  hourglass: Hourglass,
  keyboard: Keyboard,
  left: ChevronLeft,
  link: ExternalLink,
  lock: LockKeyhole,
  menu: EllipsisVertical,
  note: Music,
  panel: PanelRight,
  pause: Pause,
  person: UserRound,
  photo: Image,
  pin: Pin,
  place: MapPin,
  play: Play,
  plus: Plus,
  reply: Reply,
  right: ChevronRight,
  send: SendHorizontal,
  slash: SquareSlash,
  tools: SlidersHorizontal,
  voice: Mic,
} as const satisfies Readonly<Record<string, IconNode>>

export type IconName = keyof typeof ICONS

/** Only to look at: what a control does is said in its label. It is as large as the letters around it, or as CSS says. */
export function Icon({ name }: { name: IconName }) {
  const shapes: IconNode = ICONS[name]
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {shapes.map(([tag, attributes]) => createElement(tag, attributes))}
    </svg>
  )
}
