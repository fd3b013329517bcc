import type { IncomingMessage, ServerResponse } from 'node:http'
import type { SideDoor } from '../../server.ts'
import { MAX_UPLOAD_BYTES } from '../act-protocol.ts'
import { performAct } from '../acts/perform.ts'
import type { Feed } from '../feed.ts'
import type { Room } from '../room.ts'
import { streamEvents } from './event-stream.ts'
import { refusalOf } from './guard.ts'
import { sendPageFile } from './page-files.ts'
import { discardRest, readLimited } from './read-limited.ts'
import { refuse, replyJson } from './reply.ts'
import { sendStoredFile } from './send-stored-file.ts'

export interface Site {
  room: Room
  feed: Feed
  /** Where the built page lies. */
  pageFolder: string
}

interface Visit extends Site {
  request: IncomingMessage
  response: ServerResponse
  url: URL
}

type Route = (visit: Visit) => void | Promise<void>

/** Of an act in JSON, bytes. */
const MAX_ACT_BYTES = 1024 * 1024

/** Serves the page and what it asks for; every other path is left to the Bot API. */
export function createSideDoor(site: Site): SideDoor {
  return (request, response) => {
    const path = request.url ?? '/'
    if (!URL.canParse(path, 'http://localhost')) return false
    const url = new URL(path, 'http://localhost')
    const { pathname } = url
    if (pathname !== '/' && !/^\/(?:assets|playground)\//.test(pathname)) return false
    const refusal = refusalOf(request)
    if (refusal) {
      discardRest(request)
      refuse(response, 403, refusal)
      return true
    }
    Promise.resolve(routeOf(request.method ?? 'GET', pathname)({ ...site, request, response, url })).catch(
      (error: unknown) => {
        if (request.destroyed && !request.complete) return response.destroy()
        console.error('playground:', error)
        refuse(response, 500, { reason: 'broken' })
      },
    )
    return true
  }
}

function routeOf(method: string, path: string): Route {
  const isGet = method === 'GET' || method === 'HEAD'
  if (path === '/playground/acts') return method === 'POST' ? takeAct : notAllowed
  if (path === '/playground/uploads') return method === 'POST' ? takeUpload : notAllowed
  if (path === '/playground/events') return method === 'GET' ? giveEvents : notAllowed
  if (!isGet) return notAllowed
  if (path.startsWith('/playground/files/')) return giveFile
  return path.startsWith('/playground/') ? notFound : givePage
}

const notAllowed: Route = ({ request, response }) => {
  discardRest(request)
  refuse(response, 405, { reason: 'not-at-address' })
}

const notFound: Route = ({ response }) => refuse(response, 404, { reason: 'no-address' })

const giveEvents: Route = ({ feed, request, response, url }) => streamEvents(feed, request, response, url)

const givePage: Route = ({ pageFolder, request, response, url }) =>
  sendPageFile(response, pageFolder, url.pathname, request.method === 'HEAD')

const giveFile: Route = ({ room, request, response, url }) => {
  const id = url.pathname.slice('/playground/files/'.length)
  const file = room.sim.world.files.find(id)
  if (!file) return refuse(response, 404, { reason: 'no-file' })
  sendStoredFile(response, file, request.method === 'HEAD')
}

async function takeAct({ room, request, response }: Visit): Promise<void> {
  const body = await readLimited(request, MAX_ACT_BYTES)
  if (!body) {
    discardRest(request)
    return refuse(response, 413, { reason: 'act-too-large' })
  }
  const { status, answer } = await performAct(room, body.toString('utf8'))
  replyJson(response, status, answer)
}

async function takeUpload({ room, request, response, url }: Visit): Promise<void> {
  const name = (url.searchParams.get('name') ?? '').split(/[\\/]/).at(-1)?.trim().slice(-255) || 'file'
  const bytes = await readLimited(request, MAX_UPLOAD_BYTES)
  if (!bytes) {
    discardRest(request)
    const megabytes = MAX_UPLOAD_BYTES / 1024 / 1024
    return refuse(response, 413, { reason: 'upload-too-large', file: name, megabytes })
  }
  if (bytes.length === 0) return refuse(response, 400, { reason: 'upload-empty', file: name })
  const mimeType = request.headers['content-type']?.split(';')[0]?.trim() || 'application/octet-stream'
  replyJson(response, 200, { isOk: true, uploadId: room.uploads.add({ name, mimeType, bytes }) })
}
