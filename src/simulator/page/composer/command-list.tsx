import { useEffect } from 'preact/hooks'
import type { CommandsView } from '../../playground/protocol.ts'
import { words } from '../words/words.ts'

type Command = CommandsView['commands'][number]

export interface CommandListProps {
  id: string
  commands: readonly Command[]
  chosen: Command
  onChoose(command: string): void
}

/** The commands that begin as typed. The focus stays in the text field, whose keys move the choice. */
export function CommandList({ id, commands, chosen, onChoose }: CommandListProps) {
  const chosenId = `${id}-${chosen.command}`
  useEffect(() => document.getElementById(chosenId)?.scrollIntoView({ block: 'nearest' }), [chosenId])
  return (
    <div id={id} class="command-list" role="listbox" aria-label={words.value.composer.commands}>
      {commands.map(({ command, description }) => (
        <button
          key={command}
          id={`${id}-${command}`}
          type="button"
          role="option"
          aria-selected={command === chosen.command}
          tabIndex={-1}
          onClick={() => onChoose(command)}
        >
          <strong>/{command}</strong> <span class="quiet">{description}</span>
        </button>
      ))}
    </div>
  )
}
