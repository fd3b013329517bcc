/** Hues that white letters can be read on when they are as dark as here. */
const HUES = [2, 24, 145, 175, 205, 250, 280, 325]

/** The first letters of a name on a colour that stays with the id. */
export function Avatar({ id, name }: { id: number; name: string }) {
  const hue = HUES[Math.abs(id) % HUES.length] ?? 205
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  const letters = words.slice(0, 2).map((word) => [...word][0])
  return (
    <span class="avatar" style={{ backgroundColor: `hsl(${hue} 46% 33%)` }} aria-hidden="true">
      {letters.join('')}
    </span>
  )
}
