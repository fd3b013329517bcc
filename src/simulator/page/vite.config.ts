import { defineConfig } from 'vite'

/** The page is served by the simulator, so the paths in it start where the simulator does. */
export default defineConfig({
  base: '/',
  // JSX as TypeScript reads it, without a plugin of a framework.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: { outDir: '../../../dist/page', emptyOutDir: true, target: 'es2022', reportCompressedSize: true },
})
