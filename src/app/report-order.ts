import type { Period } from '../domain/period.ts'

/** A report as it waits in the outbox: what it is about, never what is in it. */
export type ReportOrder =
  | ({
      /** `weekly` comes by itself. */
      readonly report: 'stats' | 'weekly' | 'csv'
      /** Null: all. */
      readonly categories: readonly string[] | null
    } & PackedPeriod)
  | { readonly report: 'transcript'; readonly ticketId: string }

/** As RFC 3339 has moments. */
export interface PackedPeriod {
  readonly from: string
  readonly to: string
}

export function unpackPeriod({ from, to }: PackedPeriod): Period {
  return { from: new Date(from), to: new Date(to) }
}

export function packPeriod({ from, to }: Period): PackedPeriod {
  return { from: from.toISOString(), to: to.toISOString() }
}
