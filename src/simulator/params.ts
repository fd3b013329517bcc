/** Reads validated parameters by their kind; a parameter of another kind counts as absent. */
export interface Params {
  readonly all: Readonly<Record<string, unknown>>
  number(name: string): number | undefined
  text(name: string): string | undefined
  flag(name: string): boolean
  /** An object or an array; its shape was checked by `validateCall`. */
  json<T>(name: string): T | undefined
  has(name: string): boolean
}

export function createParams(all: Record<string, unknown>): Params {
  return {
    all,
    number(name) {
      const value = all[name]
      return typeof value === 'number' ? value : undefined
    },
    text(name) {
      const value = all[name]
      return typeof value === 'string' ? value : undefined
    },
    flag: (name) => all[name] === true,
    json<T>(name: string) {
      const value = all[name]
      return typeof value === 'object' && value !== null ? (value as T) : undefined
    },
    has: (name) => all[name] !== undefined,
  }
}
