/** What a message may be besides text, by the fields of Message (https://core.telegram.org/bots/api#message). */
export const CONTENT_KINDS = [
  'photo',
  'document',
  'video',
  'animation',
  'audio',
  'voice',
  'video_note',
  'sticker',
  'location',
  'venue',
  'contact',
  'poll',
  'dice',
] as const
