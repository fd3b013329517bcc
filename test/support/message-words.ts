import type { Message } from '../../src/simulator/bot-api/types.ts'
import { richFiles, richWords } from '../../src/simulator/screen/rich-words.ts'

/** The words of a message, wherever they stand. */
export function wordsIn(message: Message | undefined): string {
  const rich = message?.rich_message === undefined ? '' : richWords(message.rich_message)
  return message?.text ?? message?.caption ?? rich
}

/** The captions of all photos the messages show, in albums, alone or inside a rich message; '' for none. */
export function captionsIn(messages: readonly Message[]): string[] {
  return messages.flatMap((message) => [
    ...(message.photo === undefined ? [] : [message.caption ?? '']),
    ...richFiles(message.rich_message).photos,
  ])
}

/** How many photos the messages show. */
export function photosIn(messages: readonly Message[]): number {
  return captionsIn(messages).length
}

/** The names of the files the messages show. */
export function filesIn(messages: readonly Message[]): string[] {
  return messages.flatMap((message) => [
    ...(message.document?.file_name === undefined ? [] : [message.document.file_name]),
    ...richFiles(message.rich_message).documents,
  ])
}
