/** Why what is on a photo can hardly be read. */
export const PHOTO_FLAWS = ['small', 'dark', 'blurred'] as const
export type PhotoFlaw = (typeof PHOTO_FLAWS)[number]

export interface PhotoMeasures {
  /** Pixels. */
  readonly width: number
  readonly height: number
  /** How light the lightest hundredth of it is, 0 to 255. */
  readonly brightness: number
  /** How steep its edges are, brought to a picture 1024 pixels long: 0 to about 0.5; null: it has none. */
  readonly sharpness: number | null
}

/** A line of a receipt has 48 characters, and a character takes 8 pixels to be read: a photo that is less long shows no receipt. */
const SMALL_BELOW = 400
/** Paper is the lightest thing on a photo of words. Where even that comes out at less than a quarter, the ink can't be told from it. */
const DARK_BELOW = 64
/**
 * 0.4 / σ for a blur of σ pixels: from σ = 3 of 1024 on, the strokes of a receipt's letters, 2 to 3 pixels wide, run into each
 * other. Sharp pictures measure 0.2 (400 pixels long) to 0.5, so in doubt a photo is fine.
 */
const BLURRED_BELOW = 0.14

/** What there is to say about a photo before it is sent; nothing is ever refused for it. */
export function judgePhoto({ width, height, brightness, sharpness }: PhotoMeasures): 'fine' | PhotoFlaw {
  if (Math.max(width, height) < SMALL_BELOW) return 'small'
  if (brightness < DARK_BELOW) return 'dark'
  return sharpness !== null && sharpness < BLURRED_BELOW ? 'blurred' : 'fine'
}
