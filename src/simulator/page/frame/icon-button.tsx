import { Icon, type IconName } from './icons.tsx'

export interface IconButtonProps {
  label: string
  icon: IconName
  class?: string
  /** Of what it shows and hides. */
  isExpanded?: boolean
  /** A cross beside what it closes needs no tip. */
  hasTip?: boolean
  onClick(): void
}

/** A button that shows an icon alone. */
export function IconButton({ label, icon, isExpanded, hasTip = true, onClick, ...more }: IconButtonProps) {
  return (
    <button
      type="button"
      class={more.class ? `icon-button ${more.class}` : 'icon-button'}
      aria-label={label}
      title={hasTip ? label : undefined}
      aria-expanded={isExpanded}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  )
}
