import { signal } from '@preact/signals'

export interface Complaint {
  id: number
  text: string
}

/** What was refused lately, oldest first; the page shows them for a while. */
export const complaints = signal<readonly Complaint[]>([])

let lastId = 0

export function complain(text: string): void {
  lastId += 1
  complaints.value = [...complaints.value, { id: lastId, text }]
}

/** Takes back what is told elsewhere, such as in the window it is about. */
export function withdraw(text: string): void {
  complaints.value = complaints.value.filter((each) => each.text !== text)
}

export function dismiss(id: number): void {
  complaints.value = complaints.value.filter((each) => each.id !== id)
}
