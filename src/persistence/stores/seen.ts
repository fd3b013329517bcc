/** Rows as the unit has read or written them last, by their ids. */
export interface Seen<T> {
  keep<R extends T | null>(row: R): R
  of(id: string): T | undefined
}

export function createSeen<T extends { readonly id: string }>(): Seen<T> {
  const rows = new Map<string, T>()
  return {
    keep(row) {
      if (row !== null) rows.set(row.id, row)
      return row
    },
    of: (id) => rows.get(id),
  }
}
