/** https://core.telegram.org/bots/api#message, UTF-16 code units. */
export const MAX_TEXT = 4096
const MAX_CAPTION = 1024

/** @throws Error when it is too long for a caption. */
export function checkCaption(caption = ''): void {
  if (caption.length <= MAX_CAPTION) return
  throw new Error(`A caption takes ${MAX_CAPTION} characters; these are ${caption.length}.`)
}
