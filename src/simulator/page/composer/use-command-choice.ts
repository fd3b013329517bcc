import { useSignal } from '@preact/signals'
import type { CommandsView } from '../../playground/protocol.ts'
import { fittingCommands } from './commands-for.ts'

type Command = CommandsView['commands'][number]

export interface CommandChoice {
  /** The commands that begin as typed; none when the text is no command. */
  fitting: readonly Command[]
  /** The one that Enter sends. */
  chosen: Command | undefined
  /** @returns whether the key was meant for the choice */
  onKey(key: string): boolean
  /** The text has changed. */
  begin(): void
}

export interface ChoiceTaken {
  send(command: string): void
  complete(command: string): void
}

/** Which of the bot's commands is chosen while one is typed. */
export function useCommandChoice(
  text: string,
  commands: readonly Command[],
  taken: ChoiceTaken,
): CommandChoice {
  const index = useSignal(0)
  const isClosed = useSignal(false)
  const fitting = isClosed.value ? [] : fittingCommands(text, commands)
  const chosen = fitting[Math.min(index.value, fitting.length - 1)]
  const move = (step: number) => {
    index.value = (index.value + step + fitting.length) % fitting.length
  }
  return {
    fitting,
    chosen,
    onKey(key) {
      if (!chosen) return false
      if (key === 'ArrowDown') move(1)
      else if (key === 'ArrowUp') move(-1)
      else if (key === 'Tab') taken.complete(chosen.command)
      else if (key === 'Enter') taken.send(chosen.command)
      else if (key === 'Escape') isClosed.value = true
      else return false
      return true
    },
    begin() {
      index.value = 0
      isClosed.value = false
    },
  }
}
