import type { MessageLinkStore } from '../../app/ports.ts'
import type { Client, Statement, Writer } from '../client.ts'
import { insertRows } from '../insert-rows.ts'
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
      batch.insert('links', link, (client, links) => saveLinks(client, links))
    },
  }
}

/** Inserts or replaces: a message shows one thing. */
export function saveLinks(client: Writer, links: readonly MessageLink[]): Statement[] {
  // One statement changes no row twice.
  const latest = new Map(links.map((link) => [`${link.chatId}:${link.messageId}`, link]))
  const rows = [...latest.values()].map(({ chatId, messageId, subject }) => ({ chatId, messageId, subject }))
  return insertRows(client, 'message_links', rows, { orReplace: ['chatId', 'messageId'] })
}
