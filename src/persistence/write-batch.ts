import type { Statement, Writer } from './client.ts'

/** The writes of one unit, in the order they were put. Nothing is built before the commit, for the transaction it runs in. */
export interface WriteBatch {
  add(build: (client: Writer) => Statement): void
  /** A later write with the same key takes the place of the earlier one. */
  put(key: string, build: (client: Writer) => Statement): void
  /** Rows put one after the other into the same table go out together. */
  insert<Row>(table: string, row: Row, build: (client: Writer, rows: Row[]) => Statement[]): void
  /** Statements that come after all others, whenever they were asked for. @param prepare reads what they need, right before the commit */
  atEnd(prepare: () => Promise<void>, build: (client: Writer) => Statement[]): void
  /** To be awaited before the statements are built. */
  prepare(): Promise<void>
  statements(client: Writer): Statement[]
}

interface Entry {
  build: (client: Writer) => Statement | Statement[]
  /** Takes one more row, where the entry is an insert. */
  readonly table: string | null
  readonly rows: unknown[]
}

export function createWriteBatch(): WriteBatch {
  const entries: Entry[] = []
  const byKey = new Map<string, Entry>()
  const last: { prepare: () => Promise<void>; build: (client: Writer) => Statement[] }[] = []
  const append = (build: (client: Writer) => Statement): Entry => {
    const entry: Entry = { build, table: null, rows: [] }
    entries.push(entry)
    return entry
  }
  return {
    add(build) {
      append(build)
    },
    put(key, build) {
      const earlier = byKey.get(key)
      if (earlier) earlier.build = build
      else byKey.set(key, append(build))
    },
    insert<Row>(table: string, row: Row, build: (client: Writer, rows: Row[]) => Statement[]) {
      const last = entries.at(-1)
      if (last?.table === table) {
        last.rows.push(row)
        return
      }
      const rows: Row[] = [row]
      entries.push({ build: (client) => build(client, rows), table, rows })
    },
    atEnd(prepare, build) {
      last.push({ prepare, build })
    },
    async prepare() {
      for (const each of last) await each.prepare()
    },
    statements: (client) => [...entries, ...last].flatMap((entry) => entry.build(client)),
  }
}

/** For stores that are only read: a write is a mistake in the program. */
export function createReadOnlyBatch(): WriteBatch {
  const refuse = () => {
    throw new Error('Writes belong into a unit of work')
  }
  const prepare = async () => undefined
  return { add: refuse, put: refuse, insert: refuse, atEnd: refuse, prepare, statements: () => [] }
}
