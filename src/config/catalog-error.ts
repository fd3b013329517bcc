/** A mistake in the catalogue's file. */
export interface CatalogProblem {
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly problem: string
  /** What to write instead. */
  readonly mend: string
}

/** All mistakes of the catalogue's file, at once, in the order of its lines. */
export class CatalogError extends Error {
  readonly problems: readonly CatalogProblem[]

  constructor(problems: readonly CatalogProblem[]) {
    super(`The catalogue can't be used: ${problems.map((problem) => problem.problem).join('; ')}`)
    this.name = 'CatalogError'
    this.problems = problems
  }
}
