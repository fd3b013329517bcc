import type { Refusal } from './refusal.ts'

/** Thrown by what cannot be done as things stand; a person at the page reads why. */
export class ActRefusal extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(`refused: ${JSON.stringify(refusal)}`)
    this.name = 'ActRefusal'
    this.refusal = refusal
  }
}
