import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { words } from '../words/words.ts'

export interface DropZoneProps {
  /** Whether anything can be sent here now. */
  isOpen: boolean
  onFiles(files: readonly File[]): void
  children: ComponentChildren
}

/** Files that are dragged over the phone can be let go anywhere on it. */
export function DropZone({ isOpen, onFiles, children }: DropZoneProps) {
  const isOver = useSignal(false)
  const carriesFiles = (event: DragEvent) => isOpen && (event.dataTransfer?.types.includes('Files') ?? false)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: who cannot drag has the button that picks files
    <div
      class="drop-zone"
      onDragOver={(event) => {
        if (!carriesFiles(event)) return
        event.preventDefault()
        isOver.value = true
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        const isInside = relatedTarget instanceof Node && currentTarget.contains(relatedTarget)
        if (!isInside) isOver.value = false
      }}
      onDrop={(event) => {
        isOver.value = false
        if (!carriesFiles(event)) return
        event.preventDefault()
        onFiles([...(event.dataTransfer?.files ?? [])])
      }}
    >
      {children}
      {isOver.value ? <p class="drop-here">{words.value.composer.drop}</p> : null}
    </div>
  )
}
