import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'

const TRIES = 50

/** The first free port of this machine from `first` on. @throws Error when many in a row are taken */
export async function freePortFrom(first: number): Promise<number> {
  for (let port = first; port < first + TRIES; port += 1) {
    if ((await tryPort(port)) !== null) return port
  }
  throw new Error(`The ports ${first} to ${first + TRIES - 1} are all taken. Name another with --port.`)
}

/** Any free port. */
export async function anyFreePort(): Promise<number> {
  const port = await tryPort(0)
  if (port === null) throw new Error('This machine has no free port.')
  return port
}

/** Null: it is taken, or not to be had. */
function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(null))
    server.listen(port, '127.0.0.1', () => {
      const { port: taken } = server.address() as AddressInfo
      server.close(() => resolve(taken))
    })
  })
}
