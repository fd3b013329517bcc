/** What one look at the desk has come to, in the owner's words. */
export interface Finding {
  readonly verdict: 'ok' | 'warning' | 'problem'
  /** What was looked at: "token", "group Support". */
  readonly check: string
  /** A clause without a full stop. */
  readonly says: string
  /** What to do about it; nothing where all is well. */
  readonly mend?: string
}

export function fine(check: string, says: string): Finding {
  return { verdict: 'ok', check, says }
}

/** The desk works, but not as well as it could, or not for long. */
export function warning(check: string, says: string, mend: string): Finding {
  return { verdict: 'warning', check, says, mend }
}

/** The desk does not work, or not for everybody. */
export function problem(check: string, says: string, mend: string): Finding {
  return { verdict: 'problem', check, says, mend }
}

const VERDICT_WIDTH = 'problem'.length

/** One line of the console. */
export function lineOf({ verdict, check, says, mend }: Finding): string {
  return `${verdict.padEnd(VERDICT_WIDTH)}  ${check}: ${says}${mend === undefined ? '' : `; ${mend}`}.`
}
