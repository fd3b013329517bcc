import { expect, test } from 'vitest'
import { albumOf, mergeAlbum } from '../../src/delivery/merge-album.ts'
import { aStoredCall } from '../support/outgoing-calls.ts'

const part = (method: string, albumIndex: number, payload: Readonly<Record<string, unknown>> = {}) =>
  aStoredCall({ method, albumIndex, albumKey: 'k', payload })

test('photos and videos mix; documents and audio stay among themselves', () => {
  const [photo, video, document, audio] = [
    part('sendPhoto', 1),
    part('sendVideo', 2),
    part('sendDocument', 3),
    part('sendAudio', 4),
  ]
  const all = [photo, video, document, audio]
  expect(albumOf(photo, all)).toEqual([photo, video])
  expect(albumOf(document, all)).toEqual([document])
  expect(albumOf(audio, all)).toEqual([audio])
})

test('an album has no more than ten items, and the head is always one of them', () => {
  const head = part('sendPhoto', 99)
  const others = Array.from({ length: 12 }, (_, index) => part('sendPhoto', index))
  const album = albumOf(head, [head, ...others])
  expect(album).toHaveLength(10)
  expect(album.at(-1)).toBe(head)
})

test('what has a keyboard, another key or no key goes alone', () => {
  const plain = part('sendPhoto', 1)
  const keyboard = part('sendPhoto', 2, { reply_markup: {} })
  const other = { ...part('sendPhoto', 3), albumKey: 'other' }
  const single = { ...part('sendPhoto', 4), albumKey: null }
  const all = [plain, keyboard, other, single]
  for (const call of all) expect(albumOf(call, all)).toEqual([call])
})

test('each item keeps its caption; thread and reply are the first one’s', () => {
  const entities = [{ type: 'bold', offset: 0, length: 1 }]
  const merged = mergeAlbum([
    {
      method: 'sendPhoto',
      payload: { chat_id: 1, photo: 'A', caption: 'a', caption_entities: entities, message_thread_id: 7 },
    },
    {
      method: 'sendVideo',
      payload: { chat_id: 1, video: 'B', caption: '<i>b</i>', parse_mode: 'HTML', message_thread_id: 8 },
    },
  ])
  expect(merged).toEqual({
    method: 'sendMediaGroup',
    payload: {
      chat_id: 1,
      message_thread_id: 7,
      media: [
        { type: 'photo', media: 'A', caption: 'a', caption_entities: entities },
        { type: 'video', media: 'B', caption: '<i>b</i>', parse_mode: 'HTML' },
      ],
    },
  })
})
