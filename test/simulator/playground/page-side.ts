import type { Act, ActAnswer, UploadAnswer } from '../../../src/simulator/playground/act-protocol.ts'
import { ActRefusal } from '../../../src/simulator/playground/act-refusal.ts'
import type { Change, MessageView } from '../../../src/simulator/playground/protocol.ts'
import type { Refusal } from '../../../src/simulator/playground/refusal.ts'
import type { Simulator } from '../../../src/simulator/simulator.ts'

export interface EventReader {
  /** The changes so far, oldest first. */
  changes: Change[]
  /** The id of the newest one. */
  lastId(): string
  /** The first change that fits, of those so far or to come. */
  find(fits: (change: Change) => boolean): Promise<Change>
  /** The first view of a message that fits. */
  findMessage(fits: (message: MessageView) => boolean): Promise<MessageView>
  close(): void
}

/** Reads the stream of events as a page does. @param lastId as it comes back with after a loss of the connection */
export async function readEvents(sim: Simulator, lastId?: string): Promise<EventReader> {
  const hangUp = new AbortController()
  const headers: Record<string, string> = lastId === undefined ? {} : { 'last-event-id': lastId }
  const response = await fetch(`${sim.url}/playground/events`, { headers, signal: hangUp.signal })
  if (!response.ok || !response.body) throw new Error(`events: ${response.status}`)
  const changes: Change[] = []
  let newestId = ''
  let wake = () => {}
  const read = async (body: ReadableStream<Uint8Array>) => {
    const decoder = new TextDecoder()
    let text = ''
    for await (const chunk of body) {
      const piece = decoder.decode(chunk, { stream: true })
      text += piece
      // The server writes whole events, so that one that is not is followed by its rest.
      if (!piece.endsWith('\n\n')) continue
      const events = text.split('\n\n')
      text = ''
      for (const event of events) {
        const [, id, data] = /^id: (.*)\ndata: (.*)$/.exec(event) ?? []
        if (id === undefined || data === undefined) continue
        newestId = id
        changes.push(JSON.parse(data) as Change)
      }
      wake()
    }
  }
  read(response.body).catch(() => undefined)
  const find: EventReader['find'] = async (fits) => {
    for (let seen = 0; ; seen += 1) {
      while (seen >= changes.length) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      const change = changes[seen]
      if (change && fits(change)) return change
    }
  }
  return {
    changes,
    lastId: () => newestId,
    find,
    async findMessage(fits) {
      const change = await find(({ messages = [] }) => messages.some(fits))
      const message = change.messages?.find(fits)
      if (!message) throw new Error('the change has such a message')
      return message
    },
    close: () => hangUp.abort(),
  }
}

/** Does something as a page does. */
export async function act(sim: Simulator, wanted: Act): Promise<ActAnswer> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${sim.url}/playground/acts`, {
    method: 'POST',
    headers,
    body: JSON.stringify(wanted),
  })
  return (await response.json()) as ActAnswer
}

/** What an act that must succeed answers. */
export async function done(sim: Simulator, wanted: Act): Promise<Extract<ActAnswer, { isOk: true }>> {
  const answer = await act(sim, wanted)
  if (!answer.isOk) throw new ActRefusal(answer.refusal)
  return answer
}

/** Why an act is refused. */
export async function refusalOf(sim: Simulator, wanted: Act): Promise<Refusal> {
  const answer = await act(sim, wanted)
  if (answer.isOk) throw new Error(`${wanted.do} was done`)
  return answer.refusal
}

/** Brings a file to the server. @returns the id of the upload */
export async function upload(sim: Simulator, bytes: Buffer, name: string): Promise<string> {
  const response = await fetch(`${sim.url}/playground/uploads?name=${name}`, {
    method: 'POST',
    body: new Uint8Array(bytes),
  })
  const answer = (await response.json()) as UploadAnswer
  if (!answer.isOk) throw new ActRefusal(answer.refusal)
  return answer.uploadId
}
