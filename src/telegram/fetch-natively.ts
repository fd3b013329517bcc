import type { ApiClientOptions } from 'grammy'

type GrammyFetch = NonNullable<ApiClientOptions['fetch']>

interface JsonRequest {
  readonly method: string
  readonly headers: Record<string, string>
  readonly body: string
  /** Of another make than Node's own. */
  readonly signal: Pick<AbortSignal, 'aborted' | 'addEventListener' | 'removeEventListener'>
}

/**
 * Node's own fetch for grammY's client. The one that comes with it waits forever for the rest of an answer whose
 * connection broke in the middle. Calls carry JSON, never files.
 */
export const fetchNatively = (async (url: string, { method, headers, body, signal }: JsonRequest) => {
  const abort = new AbortController()
  const forward = () => abort.abort()
  if (signal.aborted) forward()
  signal.addEventListener('abort', forward)
  try {
    const response = await fetch(url, { method, headers, body, signal: abort.signal })
    const answer: unknown = await response.json()
    return { json: () => Promise.resolve(answer) }
  } finally {
    signal.removeEventListener('abort', forward)
  }
}) as unknown as GrammyFetch
