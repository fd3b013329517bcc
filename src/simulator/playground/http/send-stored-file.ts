import type { ServerResponse } from 'node:http'
import type { StoredFile } from '../../state/files.ts'
import { reply } from './reply.ts'

/** What a browser shows without ever running anything in it. */
const SHOWN_INLINE = /^(?:image\/(?:jpeg|png|gif|webp|avif|bmp)|(?:audio|video)\/[\w.+-]+)$/
const BINARY = 'application/octet-stream'

/** A file of the simulated world, for the page. Its bytes never change. */
export function sendStoredFile(response: ServerResponse, file: StoredFile, isHead: boolean): void {
  const type = mimeTypeOf(file)
  const name = file.fileName ?? file.path.split('/').at(-1) ?? 'file'
  const disposition = SHOWN_INLINE.test(type) ? 'inline' : 'attachment'
  const headers = {
    'cache-control': 'private, max-age=31536000, immutable',
    'content-disposition': `${disposition}; filename*=UTF-8''${encodeRfc5987(name)}`,
    'content-security-policy': "default-src 'none'; sandbox",
  }
  reply(response, { status: 200, type, body: file.bytes, headers }, isHead)
}

function mimeTypeOf({ mimeType, bytes }: StoredFile): string {
  const known = mimeType?.toLowerCase() ?? ''
  return /^[\w.+-]+\/[\w.+-]+$/.test(known) ? known : imageType(bytes)
}

/** Photos are kept without a type of their own. */
function imageType(bytes: Buffer): string {
  const start = bytes.subarray(0, 12).toString('latin1')
  if (start.startsWith('\xff\xd8')) return 'image/jpeg'
  if (start.startsWith('\x89PNG')) return 'image/png'
  if (start.startsWith('GIF8')) return 'image/gif'
  return start.startsWith('RIFF') && start.endsWith('WEBP') ? 'image/webp' : BINARY
}

/** https://www.rfc-editor.org/rfc/rfc5987#section-3.2 */
function encodeRfc5987(name: string): string {
  // Through bytes and back: half of a surrogate pair cannot be encoded.
  const encoded = encodeURIComponent(Buffer.from(name).toString())
  return encoded.replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
}
