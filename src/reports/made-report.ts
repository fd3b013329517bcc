/** A finished report: what is to be sent, and how. */
export interface MadeReport {
  readonly kind: 'made'
  /** Null: there is no file, the caption says it all. */
  readonly file: {
    readonly as: 'photo' | 'document'
    /** As the receiver sees it. */
    readonly name: string
    readonly parts: readonly (string | Uint8Array)[]
  } | null
  /** HTML. */
  readonly caption: string
}
