import type { Case } from '../cases.ts'

export const DELIVERY: readonly Case[] = [
  {
    about: 'delivery/late',
    weight: 9,
    hasOrder: true,
    tellings: [
      'My order with the {product} was promised for {day} and has not come. The date in my account simply moved, nobody told me.',
      'I have been waiting for the {product} for a week. Delivery was set for {date}, the courier never called.',
      'The delivery has been moved three times now. When will the {product} really be here?',
    ],
    note: '// Called the carrier: the parcel is being sorted, a courier gets it tomorrow.',
    answers: [
      'The parcel was held up in the sorting centre. The carrier brings it {day} between 10 and 2, and the courier calls an hour before.',
      'We are sorry for the delay. The courier has your order, the {product} will be with you by tonight.',
    ],
    tag: 'delay',
  },
  {
    about: 'delivery/no-courier',
    weight: 4,
    hasOrder: true,
    tellings: [
      'I was at home all day, no courier came or called. Then I got a message that nobody was in.',
      'The courier was due between 12 and 4, and it is evening now. Nobody answers the phone.',
    ],
    answers: [
      'Another courier brings the order today between 6 and 9 and will call first.',
      'The courier went to the wrong entrance. It will be delivered again {day}, at the hours that suit you. We added 300 points for the wait.',
    ],
    tag: 'courier',
  },
  {
    about: 'delivery/tracking',
    weight: 6,
    hasOrder: true,
    tellings: [
      'The tracking has said “handed to the carrier” since {date}. Where is the {product} now?',
      'Nothing has happened on the tracking number for four days. Is the parcel lost?',
    ],
    answers: [
      'We found it: the carrier had not scanned it when loading. It will be at the pickup point {place} tomorrow.',
      'It is on its way; the status changes when the van gets to your town, which is {day}.',
    ],
  },
  {
    about: 'delivery/pickup-point',
    weight: 5,
    hasOrder: true,
    tellings: [
      'The pickup point {place} was closed although your site says it is open until nine. I cannot collect my parcel.',
      'At the pickup point {place} they said they do not have my parcel, but I got a message that it is there.',
    ],
    question: {
      asked: 'Which day and hour were you there, please?',
      told: 'It was {day} at about seven.',
    },
    answers: [
      'They had closed for stocktaking. We keep the parcel a week longer, you can collect it from tomorrow on.',
      'It went to the next pickup point. It will be {place} tomorrow afternoon, and we will write to you.',
    ],
    tag: 'pickup-point',
  },
  {
    about: 'delivery/change',
    weight: 5,
    hasOrder: true,
    tellings: [
      'I am moving and need to change the delivery address. The new one is {place}, number 14, flat 52.',
      'Could you deliver in the evening instead? Nobody is in during the day, but {day} after six I am.',
    ],
    answers: [
      'Done, the address is changed and the date stays as it was.',
      'Changed: the courier comes {day} between 6 and 10.',
    ],
  },
  {
    about: 'delivery/not-received',
    weight: 3,
    hasOrder: true,
    tellings: [
      'The app says “Delivered”, but I have no parcel. The neighbours do not have it either.',
      'I got a message that the {product} was handed to me on {date}. I was at work and got nothing.',
    ],
    note: '// The carrier sent its photo: another entrance. Asked them to fetch it.',
    answers: [
      'The courier had left it at the next entrance and has fetched it back. You will have it by 8 tonight.',
      'It could not be found, so we have sent your refund of {sum}. It usually takes three days.',
    ],
    tag: 'lost',
  },
]
