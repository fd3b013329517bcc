import { crc32 } from 'node:zlib'
import sharp, { type OutputInfo } from 'sharp'
import { SCENES } from './draw-scenes.ts'
import { createSeededRandom } from './seeded-random.ts'

/** Pictures made by code, each with what is wrong with it: no photo of anybody's, and the same ones on every machine. */
export interface LabelledPhoto {
  readonly name: string
  /** `broken`: nothing can be said of it. */
  readonly label: 'fine' | 'small' | 'dark' | 'blurred' | 'broken'
  readonly bytes: Buffer
}

interface Treatment {
  /** The longer side, pixels. */
  readonly size: number
  readonly quality?: number
  /** Sigma of the blur, as a share of the longer side. */
  readonly blur?: number
  /** What is left of the light. */
  readonly light?: number
  /** Sigma of the noise, levels of grey. */
  readonly noise?: number
  readonly format?: 'jpeg' | 'png' | 'webp'
}

interface Raw {
  readonly data: Buffer
  readonly info: OutputInfo
}

const asInput = ({ info: { width, height, channels } }: Raw) => ({ raw: { width, height, channels } })

async function treated(scene: Raw, treatment: Treatment, seed: number): Promise<Buffer> {
  const { size, quality = 85, blur, light, noise = 2, format = 'jpeg' } = treatment
  let image = sharp(scene.data, asInput(scene)).resize({ width: size, height: size, fit: 'inside' })
  if (blur !== undefined) {
    const sized = await image.raw().toBuffer({ resolveWithObject: true })
    image = sharp(sized.data, asInput(sized)).blur(blur * size)
  }
  if (light !== undefined) image = image.linear(light, 0)
  const lit = await image.raw().toBuffer({ resolveWithObject: true })
  addNoise(lit.data, noise, seed)
  return sharp(lit.data, asInput(lit))[format]({ quality }).toBuffer()
}

function addNoise(data: Buffer, sigma: number, seed: number): void {
  const random = createSeededRandom(seed)
  // Three dice are near enough to a bell. Drawn again and again from a table: a picture takes millions.
  const bells = Float32Array.from({ length: 4096 }, () => (random() + random() + random() - 1.5) * 2 * sigma)
  let at = 0
  for (let pixel = 0; pixel < data.length; pixel += 1) {
    if (pixel % 4096 === 0) at = Math.floor(random() * 4096)
    data[pixel] = Math.min(255, Math.max(0, (data[pixel] ?? 0) + (bells[(at + pixel) & 4095] ?? 0)))
  }
}

const RECEIPT_NAMES = ['latin receipt', 'cyrillic receipt'] as const
const WORD_NAMES = [
  ...RECEIPT_NAMES,
  'latin small print',
  'cyrillic small print',
  'latin screen',
  'cyrillic screen',
] as const

type Plan = readonly [scene: string, label: LabelledPhoto['label'], treatment: Treatment]

const PLANS: readonly Plan[] = [
  ...Object.keys(SCENES).flatMap((name): Plan[] => [
    [name, 'fine', { size: 1280 }],
    [name, 'fine', { size: 800, quality: 60, noise: 4 }],
  ]),
  ...WORD_NAMES.flatMap((name): Plan[] => [
    [name, 'fine', { size: 2560, format: 'webp' }],
    [name, 'fine', { size: 1280, blur: 0.0006 }],
    [name, 'blurred', { size: 1280, blur: 0.005 }],
    [name, 'blurred', { size: 800, blur: 0.007, quality: 60, noise: 3 }],
    [name, 'dark', { size: 1280, light: 0.15 }],
  ]),
  ...RECEIPT_NAMES.flatMap((name): Plan[] => [
    [name, 'fine', { size: 1280, light: 0.5 }],
    [name, 'fine', { size: 640, format: 'png', noise: 0 }],
    [name, 'fine', { size: 420 }],
    [name, 'fine', { size: 7600 }],
    [name, 'fine', { size: 1280, blur: 0.0015 }],
    [name, 'blurred', { size: 2560, blur: 0.008 }],
    [name, 'blurred', { size: 640, blur: 0.01 }],
    [name, 'dark', { size: 2560, light: 0.08 }],
    [name, 'dark', { size: 800, light: 0.2, noise: 4 }],
    [name, 'small', { size: 320 }],
    [name, 'small', { size: 240, quality: 60 }],
    [name, 'small', { size: 90 }],
  ]),
  ...['mug', 'box', 'cloth'].flatMap((name): Plan[] => [
    [name, 'blurred', { size: 1280, blur: 0.012 }],
    [name, 'dark', { size: 1280, light: 0.12 }],
    [name, 'small', { size: 160 }],
  ]),
]

const scenes = new Map<string, Promise<Raw>>()

/** A scene under some treatment, e.g. a photo for a story. */
export async function takePhoto(scene: string, treatment: Treatment, seed = 1): Promise<Buffer> {
  const draw = SCENES[scene]
  if (draw === undefined) throw new Error(`No scene ${scene}`)
  const raw =
    scenes.get(scene) ??
    draw().then((png) => sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true }))
  scenes.set(scene, raw)
  return treated(await raw, treatment, seed)
}

/** Torn files, things that are no pictures, and small files that unpack to more than any phone takes. */
async function brokenPhotos(): Promise<readonly LabelledPhoto[]> {
  const jpeg = await takePhoto('latin receipt', { size: 1280 })
  const webp = await takePhoto('latin receipt', { size: 800, format: 'webp' })
  const png = await takePhoto('latin receipt', { size: 640, format: 'png' })
  const blank = (format: 'png' | 'jpeg', side: number) =>
    sharp({ create: { width: side, height: side, channels: 3, background: '#fff' } })
      [format]()
      .toBuffer()
  const files: Readonly<Record<string, Buffer>> = {
    'an empty file': Buffer.alloc(0),
    words: Buffer.from('Where is my parcel?'),
    'the third of a JPEG': jpeg.subarray(0, jpeg.length / 3),
    'the third of a WebP': webp.subarray(0, webp.length / 3),
    'the third of a PNG': png.subarray(0, png.length / 3),
    'a JPEG’s first bytes, then none of it': Buffer.concat([jpeg.subarray(0, 20), Buffer.alloc(9_000, 7)]),
    'a PNG that lies of its size': resized(png, 60_000),
    'a bomb of a PNG': await blank('png', 9_000),
    'a bomb of a JPEG': await blank('jpeg', 12_000),
  }
  return Object.entries(files).map(([name, bytes]) => ({ name, label: 'broken', bytes }))
}

/** The same PNG with another size in its header. https://www.w3.org/TR/png/#11IHDR */
function resized(png: Buffer, side: number): Buffer {
  const copy = Buffer.from(png)
  copy.writeUInt32BE(side, 16)
  copy.writeUInt32BE(side, 20)
  copy.writeUInt32BE(crc32(copy.subarray(12, 29)), 29)
  return copy
}

/** The whole set, in the same order every time. */
export async function photoSet(): Promise<readonly LabelledPhoto[]> {
  const photos: LabelledPhoto[] = []
  for (const [index, [scene, label, treatment]] of PLANS.entries()) {
    const words = Object.entries(treatment).map(([key, value]) => `${key} ${value}`)
    const bytes = await takePhoto(scene, treatment, index + 1)
    photos.push({ name: `${scene}, ${words.join(', ')}`, label, bytes })
  }
  return [...photos, ...(await brokenPhotos())]
}
