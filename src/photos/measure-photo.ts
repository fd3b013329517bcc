import { fileTypeFromBuffer } from 'file-type'
import type { PhotoMeasures } from '../domain/photo-quality.ts'
import { FORMATS, LONGEST_S, loadLibrary, MAX_PIXELS } from './load-library.ts'
import { brightnessOf, sharpnessOf } from './measure-pixels.ts'

/** The longer side while it is measured: what is blurred is so in relation to the picture, however many pixels it has. */
const MEASURED_AT = 1024

/**
 * Measures a photo: JPEG, PNG or WebP.
 * @throws LibraryMissingError, and an error when the bytes are no such picture, or one too large to be looked at
 */
export async function measurePhoto(bytes: Buffer): Promise<PhotoMeasures> {
  const type = await fileTypeFromBuffer(bytes)
  if (!FORMATS.includes(type?.mime ?? '')) throw new Error('This is no photo')
  const sharp = await loadLibrary()
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
