import { counting } from './plural.ts'
import type { RefusalWords } from './refusal-words.ts'

const count = counting('en')
const number = new Intl.NumberFormat('en').format
const characters = (n: number) => count(n, { one: 'character', other: 'characters' })

/** Why something is refused, in English. */
export const refusalsEn: RefusalWords = {
  said: ({ text }) => text,
  told: ({ words }) => words.en,
  unreachable: () => 'The server does not answer. Try again in a moment.',
  broken: () => 'Something went wrong inside the playground; its terminal says what.',
  'no-act': ({ detail }) => `The server does not understand this: ${detail}`,
  'act-too-large': () => 'That is too much for one act.',
  'no-address': () => 'There is no such address.',
  'not-at-address': () => 'That cannot be done with this address.',
  'no-file': () => 'There is no such file.',
  'other-site': () => 'Another site may not act in the playground.',

  'no-person': () => 'There is no such person.',
  'account-deleted': ({ name }) => `The account of ${name} is deleted.`,
  'bot-blocked': ({ name }) => `${name} has blocked the bot. Unblock it to write.`,
  'others-chat': ({ name }) => `Only ${name} writes in this chat.`,
  'others-topics': ({ name }) => `Only ${name} opens topics in this chat.`,
  'username-taken': ({ username }) => `The name @${username} is taken.`,

  'no-group': () => 'There is no such group.',
  'topic-gone': () => 'That topic is not there any more.',
  'private-topics-off': () => 'Topics are switched off in private chats.',
  upgraded: ({ title }) => `“${title}” has become a supergroup: everything goes on there.`,
  'supergroup-already': ({ title }) => `“${title}” is a supergroup already.`,
  'plain-group': ({ title }) => `“${title}” is a plain group: upgrade it to have topics.`,
  'no-bot': ({ title }) => `The bot is not in ${title}.`,
  'no-channel': ({ title }) => `No channel is linked to ${title}.`,
  'topics-off': ({ title }) => `Topics are switched off in ${title}.`,
  'no-member': ({ name, title }) => `${name} is not in ${title}.`,
  'no-admin': ({ name, title }) => `${name} is no administrator of ${title}, so cannot hide.`,
  'topic-closed': ({ topic }) => `The topic “${topic}” is closed: only administrators write there.`,
  'topic-closed-already': ({ topic }) => `The topic “${topic}” is closed already.`,
  'topic-open-already': ({ topic }) => `The topic “${topic}” is open already.`,

  'no-text': () => 'Telegram sends no empty text.',
  'upload-gone': () => 'The file is not on the server any more: choose it once more.',
  'reply-gone': () => 'The message you reply to is not there any more.',
  'not-shared': () => 'Such a message cannot be forwarded.',
  'forward-unseen': () => 'Whoever forwards must see the chat the message is in.',
  'text-too-long': ({ most, length }) => `A message takes ${characters(most)}; these are ${number(length)}.`,
  'caption-too-long': ({ most, length }) =>
    `A caption takes ${characters(most)}; these are ${number(length)}.`,
  'no-photo': ({ file }) => `“${file}” is no JPEG, PNG, GIF or WebP: send it as a file.`,
  'upload-empty': ({ file }) => `“${file}” is empty.`,
  'photo-too-large': ({ file, megabytes }) => `“${file}” is larger than ${megabytes} MB: send it as a file.`,
  'upload-too-large': ({ file, megabytes }) =>
    `“${file}” is larger than the ${megabytes} MB a bot may be sent.`,
  'key-gone': ({ key }) => `The key “${key}” is not there any more.`,
  'key-opens-dialog': ({ key }) =>
    `The key “${key}” opens a dialog of Telegram's that the playground has not.`,

  'message-gone': () => 'That message is not there any more.',
  'nothing-to-edit': () => 'There is no text to edit in that message.',
  'edit-forwarded': () => 'What is forwarded cannot be edited.',
  'edit-others': () => 'Nobody edits what others wrote.',
  'edit-to-nothing': () => 'Telegram keeps no empty text: delete the message instead.',
  'not-replaceable': () =>
    'Only a photo takes the place of a photo, a video of a video, and a file of a file.',
  'delete-others': () => 'Only administrators delete what others wrote.',
  'pin-by-admins': () => 'Only administrators pin messages here.',
  'unpin-by-admins': () => 'Only administrators unpin messages here.',
  'not-pinnable': () => 'Such a message cannot be pinned.',
  'not-pinned': () => 'That message is not pinned any more.',
  'no-reaction': ({ emoji }) => `${emoji} is none of the reactions everybody may use.`,

  'no-bot-link': ({ bot }) => `That is no link to a bot: it looks like https://t.me/${bot}?start=…`,
  'other-bot-link': ({ bot, other }) => `The link leads to @${other}, not to @${bot}.`,
  'start-form': () => 'What follows “start=” has at most 64 letters, digits, “_” and “-”.',
  'no-own-group': ({ name }) => `${name} administers no group to add the bot to.`,

  'name-empty': () => 'A name is needed.',
  'username-form': () => 'A username has 4 to 32 letters, digits and underscores, a letter first.',
  'language-form': () => 'That is no language code, such as “en”.',
  'not-positive': () => 'The number must be more than 0.',
  'leap-back': () => 'The clock does not leap back.',
  'name-too-long': ({ most, length }) => `A name takes ${characters(most)}; these are ${number(length)}.`,
  'too-low': ({ least }) => `The number must be ${number(least)} at least.`,
  'too-high': ({ most }) => `The number must be ${number(most)} at most.`,
  'leap-too-far': ({ days }) =>
    `The clock leaps ${count(days, { one: 'day', other: 'days' })} ahead at most.`,

  'fault-gone': () => 'That fault is gone already.',
  'no-switch': () => 'There is no such switch.',
  'no-paper': () => 'There is no such text.',
  'paper-read-only': () => 'That text is only to be read.',
  'clock-fixed': () => 'The clock of this playground runs as a real one and cannot be changed.',
  'no-method': ({ method }) => `The Bot API has no method “${method}”.`,
}
