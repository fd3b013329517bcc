import type { Case } from '../cases.ts'

export const OTHER: readonly Case[] = [
  {
    about: 'other/account',
    weight: 4,
    hasOrder: false,
    tellings: [
      'I cannot sign in: the code never arrives.',
      'I have a new phone, and signing in still goes to the old number.',
    ],
    answers: [
      'You can sign in again. Please never tell anyone a code.',
      'We changed the number; sign in with the new one and the code comes at once.',
    ],
  },
  {
    about: 'other/cancel-order',
    weight: 4,
    hasOrder: true,
    tellings: [
      'Please cancel the order, I found it cheaper.',
      'I ordered two of the same by mistake, please cancel one.',
    ],
    answers: [
      'The order is cancelled, {sum} will be on your card in three days.',
      'One is cancelled, the other comes in time.',
    ],
  },
  {
    about: 'other/product-question',
    weight: 5,
    hasOrder: false,
    tellings: [
      'How long is the warranty on the {product}, and are there spare parts?',
      'When will the {product} be back in stock? The article is 70815.',
    ],
    answers: [
      'The warranty on the {product} is two years, and there is a workshop in your town.',
      'We expect it {day} and will write to you.',
    ],
  },
  {
    about: 'other/suggestion',
    weight: 2,
    hasOrder: false,
    tellings: [
      'Please let us pay in instalments on the site as well, not only in the app.',
      'Thank you to the courier {place}, who called, waited and carried the {product} up five floors.',
    ],
    answers: [
      'Thank you, we have passed it on to those who decide.',
      'Thank you for the kind words, we will pass them on.',
    ],
  },
]
