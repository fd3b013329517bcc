import { fileTypeFromBuffer } from 'file-type'
import type { PhotoMeasures } from '../domain/photo-quality.ts'
import { brightnessOf, sharpnessOf } from './measure-pixels.ts'

/** What phones take today; a file made to blow up when it is unpacked has more. */
const MAX_PIXELS = 64_000_000
/** Longer than a photo of any phone takes. Seconds. */
const LONGEST_S = 10
/** The longer side while it is measured: what is blurred is so in relation to the picture, however many pixels it has. */
const MEASURED_AT = 1024

/** What customers' clients send. Of the library's other formats some (SVG, PDF) are programs more than pictures. */
const FORMATS: readonly string[] = ['image/jpeg', 'image/png', 'image/webp']

/** `cause` tells why. */
export class LibraryMissingError extends Error {
  override readonly name = 'LibraryMissingError'
}

/** Loaded with the first photo: on a machine it was not made for, the desk starts and works all the same. */
let library: Promise<typeof import('sharp').default> | undefined

async function load(): Promise<typeof import('sharp').default> {
  const { default: sharp } = await import('sharp').catch((cause: unknown) => {
    throw new LibraryMissingError('The library sharp does not load', { cause })
  })
  // One thread a photo and nothing remembered: it is a side job in a small process. The event loop goes on meanwhile.
  sharp.concurrency(1)
  sharp.cache(false)
  return sharp
}

/**
 * Measures a photo: JPEG, PNG or WebP.
 * @throws LibraryMissingError, and an error when the bytes are no such picture, or one too large to be looked at
 */
export async function measurePhoto(bytes: Buffer): Promise<PhotoMeasures> {
  const type = await fileTypeFromBuffer(bytes)
  if (!FORMATS.includes(type?.mime ?? '')) throw new Error('This is no photo')
  library ??= load()
  const sharp = await library
  const options = { limitInputPixels: MAX_PIXELS, failOn: 'error', sequentialRead: true } as const
  const { width, height } = await sharp(bytes, options).metadata()
  const { data, info } = await sharp(bytes, options)
    // Inside this box; one that is smaller stays as it is.
    .resize({
      width: MEASURED_AT,
      height: MEASURED_AT,
      fit: 'inside',
      withoutEnlargement: true,
      kernel: 'linear',
    })
    .flatten({ background: 'white' })
    .greyscale()
    .raw()
    .timeout({ seconds: LONGEST_S })
    .toBuffer({ resolveWithObject: true })
  const pixels = { data, width: info.width, height: info.height, step: info.channels }
  const sharpness = sharpnessOf(pixels)
  // The same edge is wider in relation to a picture of fewer pixels.
  const share = Math.max(info.width, info.height) / MEASURED_AT
  return {
    ...{ width, height, brightness: brightnessOf(pixels) },
    sharpness: sharpness === null ? null : sharpness * share,
  }
}
