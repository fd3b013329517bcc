import type { Actions } from '../../driver/person.ts'
import type { SendOptions } from '../../driver/send-actions.ts'
import type { SampleKind } from '../act-protocol.ts'

/** What is written in samples, in the language of whoever sends them. */
const WORDS = {
  en: {
    venue: { title: 'Pick-up point', address: '1 Main Street' },
    poll: { question: 'Which one is better?', options: ['The first', 'The second'] },
  },
  ru: {
    venue: { title: 'Пункт выдачи', address: 'ул. Тверская, 1' },
    poll: { question: 'Какой лучше?', options: ['Первый', 'Второй'] },
  },
}
type SampleWords = (typeof WORDS)['en']

export type SampleOptions = SendOptions & { caption?: string }
type Sampler = (actions: Actions, options: SampleOptions, words: SampleWords) => { message_id: number }

const SAMPLES: Readonly<Record<SampleKind, Sampler>> = {
  photo: (actions, options) => actions.sendPhoto(options),
  document: (actions, options) => actions.sendDocument(options),
  video: (actions, options) => actions.sendVideo(options),
  animation: (actions, options) => actions.sendAnimation(options),
  audio: (actions, options) => actions.sendAudio(options),
  voice: (actions, options) => actions.sendVoice(options),
  video_note: (actions, options) => actions.sendVideoNote(options),
  sticker: (actions, options) => actions.sendSticker({ emoji: '🙂', ...options }),
  location: (actions, options) => actions.sendLocation(options),
  venue: (actions, options, { venue }) => actions.sendVenue({ ...venue, ...options }),
  contact: (actions, options) => actions.sendContact(options),
  poll: (actions, options, { poll }) => actions.sendPoll({ ...poll, ...options }),
  dice: (actions, options) => actions.sendDice(options),
}

/** Sends something ready-made. @param languageCode the sender's, as Telegram has it @returns its id */
export function sendSample(
  actions: Actions,
  kind: SampleKind,
  options: SampleOptions,
  languageCode: string | undefined,
): number {
  const words = languageCode?.startsWith('ru') ? WORDS.ru : WORDS.en
  return SAMPLES[kind](actions, options, words).message_id
}
