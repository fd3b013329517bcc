/** Why a copy could not be made. */
export type FileTrouble =
  /** The disk would not take it; `code` as in errno. */
  | { readonly kind: 'disk'; readonly code: string }
  /** More bytes than allowed. */
  | { readonly kind: 'too-big' }
  /** Other bytes than announced. */
  | { readonly kind: 'not-whole'; readonly announced: number; readonly came: number }

export class FileError extends Error {
  readonly trouble: FileTrouble

  constructor(trouble: FileTrouble, cause?: unknown) {
    super(`A copy could not be made: ${trouble.kind}`, { cause })
    this.name = 'FileError'
    this.trouble = trouble
  }
}
