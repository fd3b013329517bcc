import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { reply } from './reply.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.map': 'application/json',
}

const NOT_BUILT = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Playground</title>
<h1>The page is not built yet</h1>
<p>Run <code>npm run page</code>, then load this address again. The simulator itself works.</p>
</html>
`

/** The built page and what it loads. @param path `/` or `/assets/<name>` */
export async function sendPageFile(
  response: ServerResponse,
  folder: string,
  path: string,
  isHead: boolean,
): Promise<void> {
  const name = path === '/' ? 'index.html' : path.slice(1)
  const bytes = await readIfThere(folder, name)
  if (bytes) {
    const type = TYPES[extname(name)] ?? 'application/octet-stream'
    // The names of assets carry a hash of what is in them.
    const caching = path === '/' ? 'no-cache' : 'public, max-age=31536000, immutable'
    return reply(response, { status: 200, type, body: bytes, headers: { 'cache-control': caching } }, isHead)
  }
  const html = { type: 'text/html; charset=utf-8', body: NOT_BUILT }
  if (path === '/') return reply(response, { status: 503, ...html }, isHead)
  reply(response, { status: 404, type: 'text/plain', body: 'There is no such file.\n' }, isHead)
}

async function readIfThere(folder: string, name: string): Promise<Buffer | undefined> {
  const isPlain = name.split('/').every((part) => /^[\w-][\w.-]*$/.test(part))
  if (!isPlain) return undefined
  return readFile(join(folder, name)).catch(() => undefined)
}
