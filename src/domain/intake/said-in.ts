import type { Draft, DraftAttachment, KeptMessage } from './draft.ts'

/** All that was said in a form, as the messages it was said in, oldest first. */
export function saidIn(draft: Draft): readonly KeptMessage[] {
  const said = new Map<number, KeptMessage>()
  for (const part of draft.description) {
    const { messageId, text, entities } = part
    said.set(messageId, plain(messageId, { kind: 'text', body: { text, entities } }))
  }
  // The words of a photo that became the description stand under the photo.
  for (const file of draft.attachments) said.set(file.messageId, withFile(file, said.get(file.messageId)))
  if (typeof draft.orderNumber === 'string' && draft.orderMessageId !== undefined) {
    const body = { text: draft.orderNumber, entities: [] }
    if (!said.has(draft.orderMessageId))
      said.set(draft.orderMessageId, plain(draft.orderMessageId, { kind: 'text', body }))
  }
  for (const message of draft.kept) said.set(message.messageId, message)
  return [...said.values()].sort((one, other) => one.messageId - other.messageId)
}

function plain(messageId: number, content: KeptMessage['content']): KeptMessage {
  return { messageId, albumId: null, content, replyToMessageId: null, sentAt: 0 }
}

function withFile(file: DraftAttachment, words: KeptMessage | undefined): KeptMessage {
  const { messageId, albumId, caption: own, quality: _, ...media } = file
  const body = words?.content.kind === 'text' ? words.content.body : null
  const caption = own === null ? body : { text: own, entities: [] }
  return { ...plain(messageId, { ...media, caption }), albumId }
}
