import { ActRefusal } from '../act-refusal.ts'

/** https://core.telegram.org/bots/api#message, UTF-16 code units. */
export const MAX_TEXT = 4096
const MAX_CAPTION = 1024

/** @throws ActRefusal when it is too long for a caption. */
export function checkCaption(caption = ''): void {
  if (caption.length <= MAX_CAPTION) return
  throw new ActRefusal({ reason: 'caption-too-long', most: MAX_CAPTION, length: caption.length })
}
