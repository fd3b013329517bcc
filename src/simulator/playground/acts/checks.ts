import type { z } from 'zod'
import type { Refusal } from '../refusal.ts'

/** Of a value that is read. */
type Check<T> = z.core.CheckFn<T>

/** @param why what speaks against a value; null: nothing */
function check<T>(why: (value: T) => Refusal | null): Check<T> {
  return ({ value, issues }) => {
    const refusal = why(value)
    if (refusal) issues.push({ code: 'custom', input: value, params: { refusal }, continue: true })
  }
}

/** Why a check has refused a value; undefined for what no check of these has found. */
export function refusalOfCheck(issue: z.core.$ZodIssue): Refusal | undefined {
  return issue.code === 'custom' ? (issue.params?.refusal as Refusal | undefined) : undefined
}

export function matching(form: RegExp, refusal: Refusal): Check<string> {
  return check((text) => (form.test(text) ? null : refusal))
}

/** UTF-16 code units. */
export function atMostLong(reason: 'text-too-long' | 'name-too-long', most: number): Check<string> {
  return check(({ length }) => (length > most ? { reason, most, length } : null))
}

export function atLeast(least: number, refusal: Refusal = { reason: 'too-low', least }): Check<number> {
  return check((value) => (value < least ? refusal : null))
}

export function above(limit: number, refusal: Refusal): Check<number> {
  return check((value) => (value > limit ? null : refusal))
}

export function atMost(most: number, refusal: Refusal = { reason: 'too-high', most }): Check<number> {
  return check((value) => (value > most ? refusal : null))
}
