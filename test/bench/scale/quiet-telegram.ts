import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The least of Telegram a measurement needs: hands out updates, takes every call, remembers what it was sent. */
export interface QuietTelegram {
  readonly url: string
  /** Handed out at once to whoever waits for updates. */
  push(update: object): void
  /** Resolves at the next request for updates. */
  askedForUpdates(): Promise<void>
  /** The data of the newest button with this text in a chat. @throws when there is none */
  button(chatId: number, text: string | RegExp): string
  /** The id of the message sent last to a chat. */
  lastMessageId(chatId: number): number
  /** The id of the topic made last. */
  readonly lastTopicId: number
  close(): Promise<void>
}

interface Button {
  readonly text: string
  readonly callback_data: string
}

type Params = Readonly<Record<string, unknown>>

const BOT = { id: 123456789, is_bot: true, first_name: 'Desk', username: 'desk_bot', can_join_groups: true }
/** Above whatever the filled database knows. */
const FIRST_ID = 100_000_000

export const QUIET_TOKEN = `${BOT.id}:TEST-token-of-the-quiet-telegram-stand-in`

export async function startQuietTelegram(staffChatId: number): Promise<QuietTelegram> {
  const shown = new Map<number, { messageId: number; buttons: Button[] }>()
  let lastId = FIRST_ID
  let lastTopicId = 0
  let waiting: ((updates: readonly object[]) => void) | null = null
  const pending: object[] = []
  const asked: (() => void)[] = []

  const updates = () => {
    for (const resolve of asked.splice(0)) resolve()
    if (pending.length > 0) return pending.splice(0)
    return new Promise<readonly object[]>((resolve) => {
      waiting = resolve
    })
  }
  const message = (params: Params) => {
    lastId += 1
    const chatId = Number(params.chat_id)
    const before = shown.get(chatId)?.buttons ?? []
    shown.set(chatId, { messageId: lastId, buttons: [...buttonsOf(params), ...before].slice(0, 60) })
    return { message_id: lastId }
  }
  const answer = (method: string, params: Params): unknown => {
    switch (method) {
      case 'getUpdates':
        return updates()
      case 'getMe':
        return BOT
      case 'getChat':
        return { id: staffChatId, type: 'supergroup', title: 'Support', is_forum: true }
      case 'getChatMember':
        return { status: 'administrator', user: { id: params.user_id }, can_manage_topics: true }
      case 'getWebhookInfo':
        return { url: '', pending_update_count: 0 }
      case 'createForumTopic':
        lastTopicId = message({ chat_id: params.chat_id }).message_id
        return { message_thread_id: lastTopicId, name: params.name }
      case 'sendMediaGroup':
        return (params.media as readonly unknown[]).map(() => message({ chat_id: params.chat_id }))
      default:
        return method.startsWith('send') || method.startsWith('edit') ? message(params) : true
    }
  }
  const server = createServer((request, response) => {
    void (async () => {
      const params = await readParams(request)
      const result = await answer(request.url?.split('/').at(-1) ?? '', params)
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ ok: true, result }))
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    push(update) {
      pending.push(update)
      waiting?.(pending.splice(0))
      waiting = null
    },
    askedForUpdates: () => new Promise((resolve) => asked.push(resolve)),
    button(chatId, text) {
      const buttons = shown.get(chatId)?.buttons ?? []
      const found = buttons.find((one) =>
        typeof text === 'string' ? one.text === text : text.test(one.text),
      )
      if (found === undefined) throw new Error(`No button ${text} among ${buttons.map((one) => one.text)}`)
      return found.callback_data
    },
    lastMessageId: (chatId) => shown.get(chatId)?.messageId ?? FIRST_ID,
    get lastTopicId() {
      return lastTopicId
    },
    async close() {
      waiting?.([])
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function buttonsOf({ reply_markup: markup }: Params): Button[] {
  const keyboard = (markup as { inline_keyboard?: Button[][] } | undefined)?.inline_keyboard ?? []
  return keyboard.flat().filter((button) => button.callback_data !== undefined)
}

async function readParams(request: IncomingMessage): Promise<Params> {
  let body = ''
  for await (const chunk of request as AsyncIterable<Buffer>) body += chunk.toString()
  return body === '' ? {} : (JSON.parse(body) as Params)
}
