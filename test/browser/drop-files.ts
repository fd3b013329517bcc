import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import type { ChosenFile } from './phone-on-page.ts'

/** Drags files from the computer over the target and lets them go there, as the browser is told of it by the system. */
export async function dropFiles(page: Page, target: Locator, files: readonly ChosenFile[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-dropped-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const paths = files.map(({ name, buffer }) => {
    const path = join(folder, name)
    writeFileSync(path, buffer)
    return path
  })
  const box = await target.boundingBox()
  if (box === null) throw new Error('where files are dropped is not seen')
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const data = { items: [], files: paths, dragOperationsMask: 1 }
  const hand = await page.context().newCDPSession(page)
  await hand.send('Input.dispatchDragEvent', { type: 'dragEnter', ...at, data })
  await hand.send('Input.dispatchDragEvent', { type: 'dragOver', ...at, data })
  await page.getByText('Отпустите фото или файлы, чтобы отправить').waitFor()
  await hand.send('Input.dispatchDragEvent', { type: 'drop', ...at, data })
  await hand.detach()
}
