import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { buildPage } from '../support/build-page.ts'
import { CHROMIUM_ARGS, findChromium } from '../support/find-chromium.ts'

/** What the files of browser tests share. */
export interface BrowserUnderTest {
  /** Where the running browser is spoken to. */
  readonly endpoint: string
  /** The built page. */
  readonly pageFolder: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** Null: there is no browser on this machine. */
    browser: BrowserUnderTest | null
  }
}

/** Builds the page and starts the browser, once for all files. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = findChromium()
  if (executablePath === null) {
    console.info('Browser: skipped, there is no Chromium on the PATH and CHROMIUM names none')
    project.provide('browser', null)
    return () => Promise.resolve()
  }
  const pageFolder = mkdtempSync(join(tmpdir(), 'desk-page-'))
  await buildPage(pageFolder)
  const server = await chromium.launchServer({ executablePath, args: CHROMIUM_ARGS })
  project.provide('browser', { endpoint: server.wsEndpoint(), pageFolder })
  return async () => {
    await server.close()
    rmSync(pageFolder, { recursive: true, force: true })
  }
}
