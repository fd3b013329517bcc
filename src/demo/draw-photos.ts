import sharp from 'sharp'

/** Drawn so that they pass for photos: the bot looks at what customers send. Each 1280 × 960. */

const PICTURES = {
  mug: `<rect width="1280" height="960" fill="#cdbfa6"/>
    <path d="M860 360 q190 10 175 170 q-15 150 -180 140" fill="none" stroke="#2c4f8b" stroke-width="42"/>
    <rect x="430" y="250" width="440" height="530" rx="44" fill="#4a78c2"/>
    <path d="M560 250 l30 100 l-24 70 l46 120" fill="none" stroke="#10203a" stroke-width="6"/>`,
  box: `<rect width="1280" height="960" fill="#d5d8da"/>
    <path d="M260 330 L640 200 L1020 330 L1020 740 L640 870 L260 740 Z" fill="#b98b5a"/>
    <path d="M260 330 L640 460 L1020 330 M640 460 V870" fill="none" stroke="#7c5a36" stroke-width="7"/>
    <path d="M740 510 l110 60 l-40 80 l120 30" fill="none" stroke="#3a2a18" stroke-width="12"/>`,
  label: `<rect width="1280" height="960" fill="#8a6f52"/>
    <rect x="240" y="180" width="800" height="600" rx="14" fill="#fbfaf5" transform="rotate(-3 640 480)"/>
    <g fill="#20242a" transform="rotate(-3 640 480)">
      <rect x="300" y="250" width="420" height="34"/><rect x="300" y="320" width="560" height="22"/>
      <rect x="300" y="365" width="480" height="22"/>
      ${[0, 22, 38, 66, 80, 112, 130, 150, 186, 204, 230, 262, 280, 310, 326, 352, 390, 408, 440, 466]
        .map(
          (x, place) =>
            `<rect x="${300 + x * 1.4}" y="470" width="${place % 3 === 0 ? 16 : 8}" height="210"/>`,
        )
        .join('')}
    </g>`,
  lamp: `<rect width="1280" height="960" fill="#e3dccf"/>
    <rect x="628" y="330" width="24" height="470" fill="#3b3b40"/><rect x="500" y="790" width="280" height="34" rx="17" fill="#3b3b40"/>
    <path d="M470 340 L560 130 H720 L810 340 Z" fill="#3f7d5c"/>
    <path d="M690 140 l-20 70 l34 40 l-26 88" fill="none" stroke="#f6f1e6" stroke-width="9"/>`,
} as const

export type PictureName = keyof typeof PICTURES

export function drawPhoto(name: PictureName): Promise<Buffer> {
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="960">${PICTURES[name]}</svg>`
  return sharp(Buffer.from(picture)).jpeg().toBuffer()
}
