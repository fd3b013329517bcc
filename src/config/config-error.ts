/** A setting that can't be used. Neither sentence holds the setting's value: it may be a secret. */
export interface ConfigProblem {
  readonly name: string
  /** What is wrong, to be read after the name: "is not a whole number". */
  readonly problem: string
  /** What to write instead. */
  readonly mend: string
}

/** All settings that can't be used, at once. */
export class ConfigError extends Error {
  readonly problems: readonly ConfigProblem[]

  constructor(problems: readonly ConfigProblem[]) {
    super(`Settings can't be used: ${problems.map((problem) => problem.name).join(', ')}`)
    this.name = 'ConfigError'
    this.problems = problems
  }
}
