/** What phones take today; a file made to blow up when it is unpacked has more. */
export const MAX_PIXELS = 64_000_000
/** Longer than a photo of any phone takes. Seconds. */
export const LONGEST_S = 10
/** What customers' clients send. Of the library's other formats some (SVG, PDF) are programs more than pictures. */
export const FORMATS: readonly string[] = ['image/jpeg', 'image/png', 'image/webp']

/** `cause` tells why. */
export class LibraryMissingError extends Error {
  override readonly name = 'LibraryMissingError'
}

/** Loaded with the first photo: on a machine it was not made for, the desk starts and works all the same. */
let library: Promise<typeof import('sharp').default> | undefined

/** @throws LibraryMissingError */
export function loadLibrary(): Promise<typeof import('sharp').default> {
  library ??= load()
  return library
}

async function load(): Promise<typeof import('sharp').default> {
  const { default: sharp } = await import('sharp').catch((cause: unknown) => {
    throw new LibraryMissingError('The library sharp does not load', { cause })
  })
  // One thread a photo and nothing remembered: it is a side job in a small process. The event loop goes on meanwhile.
  sharp.concurrency(1)
  sharp.cache(false)
  return sharp
}
