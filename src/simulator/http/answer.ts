import type { ServerResponse } from 'node:http'
import { BotApiError } from '../bot-api/bot-api-error.ts'
import type { ActiveFault } from '../faults.ts'

export interface Answer {
  status: number
  body: string
  error?: string | undefined
}

const HTML_502 =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n'

export function failure({ code, message, parameters }: BotApiError): Answer {
  const body = JSON.stringify({ ok: false, error_code: code, description: message, parameters })
  return { status: code, body, error: message }
}

export function send(response: ServerResponse, { status, body }: Answer, type = 'application/json'): void {
  if (response.destroyed || response.headersSent) return
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) })
  response.end(body)
}

export async function sendFaulty(
  response: ServerResponse,
  answer: Answer,
  fault: ActiveFault,
): Promise<void> {
  switch (fault.kind) {
    case 'flood':
    case 'refused':
    case 'partial-album':
      return send(response, answer)
    case 'error-500':
      return send(response, failure(new BotApiError(500, 'Internal Server Error')))
    case 'html-502':
      return send(response, { status: 502, body: HTML_502 }, 'text/html')
    case 'close-before':
    case 'close-after':
      response.socket?.destroy()
      return
    case 'hang':
      await fault.released
      return send(response, fault.applied ? answer : failure(new BotApiError(500, 'Internal Server Error')))
    case 'misstated': {
      const half = answer.body.slice(0, answer.body.length >> 1)
      return send(response, { ...answer, body: half })
    }
    case 'truncated': {
      const bytes = Buffer.from(answer.body)
      response.writeHead(answer.status, {
        'content-type': 'application/json',
        'content-length': bytes.length,
      })
      response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket?.destroy())
    }
  }
}
