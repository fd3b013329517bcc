import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { FONT } from './svg.ts'

const require = createRequire(import.meta.url)

/** A package's fonts, named by their files: the machine may have none. With Cyrillic, and narrow, so that more fits into a line. */
function fontFiles(): string[] {
  const folder = join(dirname(require.resolve('dejavu-fonts-ttf/package.json')), 'ttf')
  return ['DejaVuSansCondensed.ttf', 'DejaVuSansCondensed-Bold.ttf'].map((name) => join(folder, name))
}

/** SVG to PNG, past the event loop. @throws where the library does not load on this machine */
export async function renderPicture(svg: string): Promise<Buffer> {
  const { renderAsync } = await import('@resvg/resvg-js')
  const image = await renderAsync(svg, {
    font: { fontFiles: fontFiles(), loadSystemFonts: false, defaultFontFamily: FONT },
  })
  return image.asPng()
}
