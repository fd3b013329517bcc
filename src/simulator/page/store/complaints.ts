import { signal } from '@preact/signals'
import type { Refusal } from '../../playground/refusal.ts'

export interface Complaint {
  id: number
  refusal: Refusal
}

/** What was refused lately, oldest first; the page shows them for a while. */
export const complaints = signal<readonly Complaint[]>([])

let lastId = 0

export function complain(refusal: Refusal): void {
  lastId += 1
  complaints.value = [...complaints.value, { id: lastId, refusal }]
}

/** Takes back what is told elsewhere, such as in the window it is about. */
export function withdraw(refusal: Refusal): void {
  complaints.value = complaints.value.filter((each) => each.refusal !== refusal)
}

export function dismiss(id: number): void {
  complaints.value = complaints.value.filter((each) => each.id !== id)
}
