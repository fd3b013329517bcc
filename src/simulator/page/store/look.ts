import { effect, signal } from '@preact/signals'
import { read, write } from './keep.ts'

export const LOOKS = ['auto', 'light', 'dark'] as const
export type Look = (typeof LOOKS)[number]

/** Light, dark, or as the system has it. */
export const look = signal<Look>(LOOKS.find((each) => each === read('local', 'look')) ?? 'auto')

export function keepLook(): void {
  effect(() => {
    document.documentElement.dataset.look = look.value
    write('local', 'look', look.value)
  })
}
