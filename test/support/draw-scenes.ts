import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import sharp from 'sharp'

/** What the pictures of test/support/photo-set.ts show, drawn by code. */

const require = createRequire(import.meta.url)
/** A package's font, named by its file: the machine may have none. */
const FONT = join(dirname(require.resolve('dejavu-fonts-ttf/package.json')), 'ttf/DejaVuSansMono.ttf')

const RECEIPTS = {
  latin: [
    'CORNER SHOP LTD',
    'Receipt No 004711',
    '24.11.2026  14:32',
    'Mug, blue      12.50',
    'Kettle 1.7 l   39.90',
    'Towel x2       17.00',
    'Delivery        4.99',
    'TOTAL          74.39',
    'Paid by card  *4821',
    'Thank you, see you soon',
  ],
  cyrillic: [
    'ООО «ЛАВКА НА УГЛУ»',
    'Кассовый чек № 4711',
    '24.11.2026  14:32',
    'Кружка синяя   450,00',
    'Чайник 1,7 л  1990,00',
    'Полотенце ×2   780,00',
    'Доставка       199,00',
    'ИТОГО         3419,00',
    'Карта  *4821, Сбербанк',
    'Спасибо за покупку',
  ],
} as const
export type Script = keyof typeof RECEIPTS

/** A scene 1500 × 2000 (or lying), as sharp as it gets. */
type Scene = () => Promise<Buffer>

const svg = (width: number, height: number, body: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${body}</svg>`)

async function words(lines: readonly string[], size: number, colour: string): Promise<Buffer> {
  const text = `<span foreground="${colour}">${lines.join('\n')}</span>`
  const font = { font: `DejaVu Sans Mono ${size}`, fontfile: FONT }
  return sharp({ text: { text, ...font, dpi: 72, rgba: true, spacing: size / 2 } })
    .png()
    .toBuffer()
}

/** Paper on a table, a little askew, lighter on one side. */
function receipt(script: Script, size = 56): Scene {
  return async () => {
    const paper = svg(
      1500,
      2000,
      `<defs><linearGradient id="t" x2="1" y2="1"><stop offset="0" stop-color="#7a5c40"/><stop offset="1" stop-color="#4a3626"/></linearGradient>
      <linearGradient id="p" x2="1"><stop offset="0" stop-color="#faf8f2"/><stop offset="1" stop-color="#d9d6ce"/></linearGradient></defs>
      <rect width="1500" height="2000" fill="url(#t)"/><rect x="170" y="120" width="1160" height="1760" fill="url(#p)" transform="rotate(1.5 750 1000)"/>`,
    )
    const ink = await sharp(await words(RECEIPTS[script], size, '#2a2a30'))
      .rotate(1.5, { background: '#0000' })
      .png()
      .toBuffer()
    return sharp(paper)
      .composite([{ input: ink, left: 260, top: 230 }])
      .png()
      .toBuffer()
  }
}

/** A page of the account, as a phone shows it; light letters on black at night. */
function screen(script: Script, night: boolean): Scene {
  return async () => {
    const [back, ink] = night ? ['#101014', '#d8d8dc'] : ['#ffffff', '#202124']
    const bar = `<rect width="1500" height="120" fill="${night ? '#1c1c22' : '#e8eaed'}"/><circle cx="90" cy="60" r="30" fill="#4a7"/>`
    const text = await words(RECEIPTS[script], 44, ink)
    const page = svg(1500, 2000, `<rect width="1500" height="2000" fill="${back}"/>${bar}`)
    return sharp(page)
      .composite([{ input: text, left: 100, top: 260 }])
      .png()
      .toBuffer()
  }
}

const drawn =
  (body: string, width = 2000, height = 1500): Scene =>
  () =>
    sharp(svg(width, height, body))
      .png()
      .toBuffer()

/** Next to no texture: a mug with a crack on a plain wall. */
const mug = drawn(
  `<defs><linearGradient id="m" x2="1"><stop offset="0" stop-color="#335a9a"/><stop offset=".4" stop-color="#6b93d6"/><stop offset="1" stop-color="#23406f"/></linearGradient>
  <linearGradient id="w" y2="1"><stop offset="0" stop-color="#d8d2c8"/><stop offset="1" stop-color="#a89f92"/></linearGradient></defs>
  <rect width="2000" height="1500" fill="url(#w)"/><rect x="650" y="400" width="600" height="750" rx="60" fill="url(#m)"/>
  <path d="M1250 560 q260 20 240 240 q-20 200 -240 190" fill="none" stroke="#2c4f8b" stroke-width="60"/>
  <path d="M800 400 l40 120 l-30 90 l60 140" fill="none" stroke="#10203a" stroke-width="6"/>`,
)
/** A black thing on black: hardly any light, but for its edges. */
const phone = drawn(
  `<rect width="2000" height="1500" fill="#191919"/><rect x="600" y="200" width="800" height="1150" rx="90" fill="#0a0a0a" stroke="#8a8a8a" stroke-width="10"/>
  <path d="M700 300 l300 420 l-120 60 l380 430" fill="none" stroke="#c9c9c9" stroke-width="5"/>`,
)
const box = drawn(
  `<rect width="2000" height="1500" fill="#cfd3d6"/><path d="M400 500 L1000 300 L1600 500 L1600 1150 L1000 1350 L400 1150 Z" fill="#b98b5a"/>
  <path d="M400 500 L1000 700 L1600 500 M1000 700 V1350" stroke="#7c5a36" stroke-width="8" fill="none"/><path d="M1150 780 l180 90 l-60 120 l170 40" stroke="#3a2a18" stroke-width="14" fill="none"/>`,
)
/** Texture all over: woven cloth with a tear. */
const cloth = drawn(
  `<defs><pattern id="c" width="24" height="24" patternUnits="userSpaceOnUse"><rect width="24" height="24" fill="#8c3b3b"/><rect width="12" height="12" fill="#a85252"/><rect x="12" y="12" width="12" height="12" fill="#a04848"/></pattern></defs>
  <rect width="2000" height="1500" fill="url(#c)"/><path d="M700 300 q120 500 420 800" stroke="#f1e6dc" stroke-width="26" fill="none"/>`,
)
/** In focus in front, out of focus behind, as lenses do. */
const inFocus: Scene = async () => {
  const behind = await sharp(await box())
    .blur(25)
    .png()
    .toBuffer()
  const front = await words(['SIZE 42', 'ART. 0815'], 90, '#101010')
  const label = svg(620, 330, '<rect width="620" height="330" rx="20" fill="#fdfdfb"/>')
  return sharp(behind)
    .composite([
      { input: label, left: 640, top: 560 },
      { input: front, left: 690, top: 600 },
    ])
    .png()
    .toBuffer()
}
/** Nothing to judge by: a photo of a plain wall is no blurred one. */
const wall = drawn(
  '<defs><linearGradient id="w" x2="1" y2="1"><stop offset="0" stop-color="#e6dfd2"/><stop offset="1" stop-color="#b9b09f"/></linearGradient></defs><rect width="2000" height="1500" fill="url(#w)"/>',
)

/** Each is about 1500 × 2000 pixels, as sharp as it gets. */
export const SCENES: Readonly<Record<string, Scene>> = {
  'latin receipt': receipt('latin'),
  'cyrillic receipt': receipt('cyrillic'),
  'latin small print': receipt('latin', 32),
  'cyrillic small print': receipt('cyrillic', 32),
  'latin screen': screen('latin', false),
  'cyrillic screen': screen('cyrillic', false),
  'latin night screen': screen('latin', true),
  'cyrillic night screen': screen('cyrillic', true),
  mug,
  phone,
  box,
  cloth,
  'label in focus': inFocus,
  wall,
}
