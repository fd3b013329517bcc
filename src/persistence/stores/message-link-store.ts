import type { MessageLinkStore } from '../../app/ports.ts'
import type { Client, Statement } from '../client.ts'
import type { WriteBatch } from '../write-batch.ts'

export interface MessageLink {
  readonly chatId: number
  readonly messageId: number
  readonly subject: string
}

export function createMessageLinkStore(client: Client, batch: WriteBatch): MessageLinkStore {
  const written: MessageLink[] = []
  return {
    async subjectOf(chatId, messageId) {
      const own = written.findLast((link) => link.chatId === chatId && link.messageId === messageId)
      if (own) return own.subject
      const chatId_messageId = { chatId, messageId }
      const row = await client.messageLink.findUnique({ where: { chatId_messageId } })
      return row?.subject ?? null
    },
    async messageIdOf(chatId, subject) {
      const row = await client.messageLink.findFirst({
        where: { chatId, subject },
        orderBy: { messageId: 'asc' },
        select: { messageId: true },
      })
      const own = written.find((link) => link.chatId === chatId && link.subject === subject)
      return row?.messageId ?? own?.messageId ?? null
    },
    async isShown(subject) {
      if (written.some((link) => link.subject === subject)) return true
      return (await client.messageLink.findFirst({ where: { subject }, select: { chatId: true } })) !== null
    },
    add(link) {
      written.push(link)
      batch.insert('links', link, (links) => saveLinks(client, links))
    },
  }
}

/** Inserts or replaces: a message shows one thing. Two statements however many there are, or one for one. */
export function saveLinks(client: Client, links: readonly MessageLink[]): Statement[] {
  const [first, ...more] = links
  if (first === undefined) return []
  if (more.length === 0) return [saveLink(client, first)]
  const latest = new Map(links.map((link) => [`${link.chatId}:${link.messageId}`, link]))
  const data = [...latest.values()]
  const places = [...new Set(data.map(({ chatId }) => chatId))].map((chatId) => ({
    chatId,
    messageId: { in: data.filter((link) => link.chatId === chatId).map(({ messageId }) => messageId) },
  }))
  return [client.messageLink.deleteMany({ where: { OR: places } }), client.messageLink.createMany({ data })]
}

function saveLink(client: Client, { chatId, messageId, subject }: MessageLink): Statement {
  return client.messageLink.upsert({
    where: { chatId_messageId: { chatId, messageId } },
    create: { chatId, messageId, subject },
    update: { subject },
    select: { messageId: true },
  })
}
