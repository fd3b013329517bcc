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

function storage(where: Where): Storage {
  return where === 'local' ? localStorage : sessionStorage
}
