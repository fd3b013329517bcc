import type { ApiClientOptions } from 'grammy'

type GrammyFetch = NonNullable<ApiClientOptions['fetch']>

interface ApiRequest {
  readonly method: string
  readonly headers: Record<string, string>
  /** JSON, or a form with a file in it, chunk by chunk. */
  readonly body: string | AsyncIterable<Uint8Array>
  /** Of another make than Node's own. */
  readonly signal: Pick<AbortSignal, 'aborted' | 'addEventListener' | 'removeEventListener'>
}

/**
 * Node's own fetch for grammY's client. The one that comes with it waits forever for the rest of an answer whose
 * connection broke in the middle.
 */
export const fetchNatively = (async (url: string, { method, headers, body, signal }: ApiRequest) => {
  const abort = new AbortController()
  const forward = () => abort.abort()
  if (signal.aborted) forward()
  signal.addEventListener('abort', forward)
  try {
    const request = { method, headers, body, signal: abort.signal, duplex: 'half' }
    const response = await fetch(url, request as RequestInit)
    const answer: unknown = await response.json()
    return { json: () => Promise.resolve(answer) }
  } finally {
    signal.removeEventListener('abort', forward)
  }
}) as unknown as GrammyFetch
