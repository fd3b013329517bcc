import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const SOURCES = fileURLToPath(new URL('../../src/simulator/page/', import.meta.url))

/** Builds the playground's page as `npm run page` does, into a folder of its own. */
export async function buildPage(outDir: string): Promise<void> {
  const configFile = `${SOURCES}vite.config.ts`
  await build({ root: SOURCES, configFile, logLevel: 'warn', build: { outDir, emptyOutDir: true } })
}
