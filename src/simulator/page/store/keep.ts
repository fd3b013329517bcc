type Where = 'local' | 'session'

/** What the browser has kept for the page; null for nothing, or where it keeps nothing at all. */
export function read(where: Where, name: string): string | null {
  try {
    return storage(where).getItem(`playground.${name}`)
  } catch {
    return null
  }
}

/** A browser that keeps nothing is no reason to fail: the page then forgets at a reload. */
export function write(where: Where, name: string, value: string): void {
  try {
    storage(where).setItem(`playground.${name}`, value)
  } catch {
    // Full, or forbidden.
  }
}

interface Shelf {
  getItem(name: string): string | null
  setItem(name: string, value: string): void
}

function storage(where: Where): Shelf {
  const browser = globalThis as unknown as Record<`${Where}Storage`, Shelf>
  return browser[`${where}Storage`]
}
