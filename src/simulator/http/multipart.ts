export interface UploadedFile {
  fileName: string
  mimeType: string
  bytes: Buffer
}

export interface FormContent {
  fields: Record<string, string>
  files: Map<string, UploadedFile>
}

const HEADER_END = Buffer.from('\r\n\r\n')

function headerParameter(header: string, name: string): string | undefined {
  const match = new RegExp(`[;\\s]${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\r\\n]*))`, 'i').exec(header)
  return match?.[1]?.replaceAll(/\\(.)/g, '$1') ?? match?.[2]?.trim()
}

/**
 * Splits a multipart/form-data body. File names may stand without quotes, as grammY writes them.
 * @throws Error when the body has no such boundary.
 */
export function parseMultipart(body: Buffer, contentType: string): FormContent {
  const boundary = headerParameter(` ${contentType}`, 'boundary')
  if (!boundary) throw new Error('multipart body without a boundary')
  const content: FormContent = { fields: {}, files: new Map() }
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  const padded = Buffer.concat([Buffer.from('\r\n'), body])
  let at = padded.indexOf(delimiter)
  while (at !== -1) {
    const start = at + delimiter.length
    const next = padded.indexOf(delimiter, start)
    if (next === -1) break
    readPart(padded.subarray(start, next), content)
    at = next
  }
  return content
}

function readPart(part: Buffer, content: FormContent): void {
  const headersEnd = part.indexOf(HEADER_END)
  if (headersEnd === -1) return
  const headers = part.subarray(0, headersEnd).toString('utf8')
  const disposition = /content-disposition:([^\r\n]*)/i.exec(headers)?.[1] ?? ''
  const name = headerParameter(disposition, 'name')
  if (name === undefined) return
  const value = part.subarray(headersEnd + HEADER_END.length)
  const fileName = headerParameter(disposition, 'filename')
  if (fileName === undefined) {
    content.fields[name] = value.toString('utf8')
    return
  }
  const mimeType = /content-type:\s*([^\r\n;]+)/i.exec(headers)?.[1]?.trim() ?? 'application/octet-stream'
  content.files.set(name, { fileName, mimeType, bytes: Buffer.from(value) })
}
