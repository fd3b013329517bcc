/** Answers a question of the database. */
export type Reader = <T>(question: string, ask: () => Promise<T>) => Promise<T>

/** Rows as they were read or written last, by their ids. */
export interface Seen<T> {
  keep<R extends T | null>(row: R): R
  of(id: string): T | undefined
}

/** What the stores of one unit of work remember. What the unit itself writes is the stores' own to know. */
export interface Memory {
  /** Who asks the same again gets the same answer. */
  readonly read: Reader
  seen<T extends { readonly id: string }>(): Seen<T>
  /** Tickets that the unit adds: the database holds nothing of them yet. */
  readonly newTickets: { add(ticketId: string): void; has(ticketId: string): boolean }
}

export function createMemory(): Memory {
  const answers = new Map<string, Promise<unknown>>()
  return {
    read<T>(question: string, ask: () => Promise<T>): Promise<T> {
      const known = answers.get(question) ?? ask()
      answers.set(question, known)
      return known as Promise<T>
    },
    seen<T extends { readonly id: string }>(): Seen<T> {
      const rows = new Map<string, T>()
      return {
        keep(row) {
          if (row !== null) rows.set(row.id, row)
          return row
        },
        of: (id) => rows.get(id),
      }
    },
    newTickets: new Set<string>(),
  }
}

/** For stores that live as long as the process, which would otherwise keep all they have ever read. */
export const NO_MEMORY: Memory = {
  read: (_, ask) => ask(),
  seen: () => ({ keep: (row) => row, of: () => undefined }),
  newTickets: { add: () => undefined, has: () => false },
}
