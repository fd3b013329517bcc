import type { Locator, Page } from 'playwright-core'

/** Opens a tab of the side panel, by its name in Russian. */
export async function openPanel(page: Page, tab: string): Promise<Locator> {
  const panel = page.getByRole('complementary', { name: 'Управление' })
  if (!(await panel.isVisible())) await page.getByRole('button', { name: 'Показать боковую панель' }).click()
  await panel.getByRole('tab', { name: tab }).click()
  return panel
}
