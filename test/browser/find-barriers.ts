import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** Brings the checker into a page; the page's own policy lets no script in from elsewhere. */
export const AXE_SCRIPT = axe.source

const GRAVE = new Set(['serious', 'critical'])

/** What gravely keeps somebody from using the page as it is now, in its light and its dark look. */
export async function findBarriers(page: Page, state: string): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await page.evaluate((isDark) => {
      const { axe: checker } = globalThis as unknown as { axe: typeof axe }
      // Only the colours are others then.
      const rules = isDark ? { runOnly: ['color-contrast'] } : {}
      return checker.run({ resultTypes: ['violations'], ...rules })
    }, colorScheme === 'dark')
    for (const { id, impact, nodes } of violations) {
      if (!GRAVE.has(impact ?? '')) continue
      const places = nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`)
      found.push(`${state}, ${colorScheme}: ${id}\n${places.join('\n')}`)
    }
  }
  return found
}
