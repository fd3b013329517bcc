import type { DraftAttachment, KeptMessage } from '../../domain/intake/draft.ts'
import type { IntakeInput } from '../../domain/intake/input.ts'
import type { MediaContent } from '../../domain/message-content.ts'

/** What a message means to the form: a caption of the first photo may be the description as well. */
export function readInputs(message: KeptMessage, descriptionMissing: boolean): readonly IntakeInput[] {
  const { content } = message
  if (content.kind === 'text') return [{ kind: 'text', body: content.body, message }]
  if (content.kind !== 'photo' && !(content.kind === 'document' && isReadable(content))) {
    return [{ kind: 'other', message }]
  }
  const caption = content.caption
  if (caption === null || !descriptionMissing) {
    return [{ kind: 'attachment', attachment: attachment(message, content, caption?.text ?? null) }]
  }
  const words: IntakeInput = {
    kind: 'caption',
    body: caption,
    message: { ...message, content: { kind: 'text', body: caption } },
  }
  return [{ kind: 'attachment', attachment: attachment(message, content, null) }, words]
}

/** Images sent as files and PDF receipts are as good as photos. */
function isReadable(content: MediaContent): boolean {
  return content.mimeType === 'application/pdf' || (content.mimeType?.startsWith('image/') ?? false)
}

function attachment(message: KeptMessage, content: MediaContent, caption: string | null): DraftAttachment {
  return {
    kind: content.kind === 'photo' ? 'photo' : 'document',
    fileId: content.fileId,
    fileUniqueId: content.fileUniqueId,
    fileName: content.fileName,
    mimeType: content.mimeType,
    size: content.size,
    caption,
    albumId: message.albumId,
    messageId: message.messageId,
  }
}
