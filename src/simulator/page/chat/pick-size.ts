import type { PhotoSize } from '../../bot-api/types.ts'

/** The smallest size of a photo that covers `width` by `height` device pixels, else the largest. */
export function pickSize(sizes: readonly PhotoSize[], width: number, height: number): PhotoSize | undefined {
  const ascending = [...sizes].sort((a, b) => a.width * a.height - b.width * b.height)
  return ascending.find((size) => size.width >= width || size.height >= height) ?? ascending.at(-1)
}

/** How the two to ten items of an album share rows. */
export function albumRows(count: number): number[] {
  if (count <= 3) return count === 3 ? [1, 2] : [Math.max(count, 0)].filter((each) => each > 0)
  const rows = Math.ceil(count / 3)
  const short = Math.floor(count / rows)
  const long = count % rows
  return Array.from({ length: rows }, (_, row) => (row < rows - long ? short : short + 1))
}
