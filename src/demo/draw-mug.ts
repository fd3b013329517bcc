import sharp from 'sharp'

/** A mug with a crack, 1280 × 960, good enough to pass for a photo: the bot looks at what customers send. */
export function drawMug(): Promise<Buffer> {
  const mug = `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="960">
    <rect width="1280" height="960" fill="#cdbfa6"/>
    <path d="M860 360 q190 10 175 170 q-15 150 -180 140" fill="none" stroke="#2c4f8b" stroke-width="42"/>
    <rect x="430" y="250" width="440" height="530" rx="44" fill="#4a78c2"/>
    <path d="M560 250 l30 100 l-24 70 l46 120" fill="none" stroke="#10203a" stroke-width="6"/>
  </svg>`
  return sharp(Buffer.from(mug)).jpeg().toBuffer()
}
