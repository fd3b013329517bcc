/** A grey picture in memory: one byte a pixel, every `step` bytes, 0 black to 255 white. */
export interface Pixels {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
  readonly step: number
}

/** A lamp or a gleam takes up less of the picture. */
const LIGHTEST_SHARE = 0.01

/** How light the lightest hundredth of the picture is at least, 0 to 255. */
export function brightnessOf({ data, step }: Pixels): number {
  const counts = new Uint32Array(256)
  let total = 0
  // Every fourth pixel tells as much as all of them.
  for (let at = 0; at < data.length; at += step * 4) {
    const level = data[at] ?? 0
    counts[level] = (counts[level] ?? 0) + 1
    total += 1
  }
  let lighter = 0
  for (let level = 255; level > 0; level -= 1) {
    lighter += counts[level] ?? 0
    if (lighter >= total * LIGHTEST_SHARE) return level
  }
  return 0
}

/** Side of a tile, in pixels: a few letters, or a piece of an outline. */
const TILE = 24
/** Only so many tiles are looked at closely, those of the highest contrast: the rest of the picture may be anything. */
const TILES = 96
/** Levels of grey between the darkest and the lightest pixel; below that a tile is plain, or noise. */
const CONTRAST = 24

/**
 * How steep the steepest edges are: the change from one pixel to the next as a share of the whole change around it. About 0.5 for
 * an edge as sharp as pixels can show, 0.4 / σ for one that is blurred by a Gaussian of σ pixels. A share, so neither light nor
 * texture counts. Null: there is no edge to judge by.
 * @see https://en.wikipedia.org/wiki/Gaussian_blur the slope of an edge in its middle is 1 / (σ √(2π)) of its height
 */
export function sharpnessOf(pixels: Pixels): number | null {
  const tiles = tilesOf(pixels)
    .filter(({ contrast }) => contrast >= CONTRAST)
    .sort((one, other) => other.contrast - one.contrast)
    .slice(0, TILES)
  if (tiles.length === 0) return null
  const steepest = tiles.map((tile) => steepnessIn(pixels, tile)).sort((one, other) => other - one)
  // The best but for a few: one part in focus is enough, one speck is not.
  return steepest[Math.floor(steepest.length / 5)] ?? null
}

interface Tile {
  readonly left: number
  readonly top: number
  readonly contrast: number
}

function tilesOf(pixels: Pixels): Tile[] {
  const tiles: Tile[] = []
  for (let top = 1; top + TILE < pixels.height; top += TILE) {
    for (let left = 1; left + TILE < pixels.width; left += TILE) {
      const [darkest, lightest] = rangeIn(pixels, left, top, 3)
      tiles.push({ left, top, contrast: lightest - darkest })
    }
  }
  return tiles
}

function rangeIn({ data, width, step }: Pixels, left: number, top: number, every: number): [number, number] {
  let [darkest, lightest] = [255, 0]
  for (let y = top; y < top + TILE; y += every) {
    for (let x = left; x < left + TILE; x += every) {
      const level = data[(y * width + x) * step] ?? 0
      if (level < darkest) darkest = level
      if (level > lightest) lightest = level
    }
  }
  return [darkest, lightest]
}

/** The steepest Sobel gradient, per pixel, as a share of the tile's contrast. https://en.wikipedia.org/wiki/Sobel_operator */
function steepnessIn(pixels: Pixels, { left, top }: Tile): number {
  const { data, width, step } = pixels
  const [darkest, lightest] = rangeIn(pixels, left, top, 1)
  const line = width * step
  let steepest = 0
  for (let y = top; y < top + TILE; y += 1) {
    for (let x = left; x < left + TILE; x += 1) {
      const at = y * line + x * step
      // The tiles keep a pixel's distance from the border: every neighbour is there.
      const northWest = data[at - line - step] as number
      const northEast = data[at - line + step] as number
      const southWest = data[at + line - step] as number
      const southEast = data[at + line + step] as number
      const diagonal = southEast - northWest
      const other = northEast - southWest
      const across = diagonal + other + 2 * ((data[at + step] as number) - (data[at - step] as number))
      const down = diagonal - other + 2 * ((data[at + line] as number) - (data[at - line] as number))
      const square = across * across + down * down
      if (square > steepest) steepest = square
    }
  }
  return Math.sqrt(steepest) / SOBEL_WEIGHT / Math.max(1, lightest - darkest)
}

/** What the weights of one of its sides make together, twice: the difference is taken over two pixels. */
const SOBEL_WEIGHT = 8
