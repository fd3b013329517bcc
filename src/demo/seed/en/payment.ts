import type { Case } from '../cases.ts'

export const PAYMENT: readonly Case[] = [
  {
    about: 'payment/charged-twice',
    weight: 4,
    hasOrder: true,
    tellings: [
      'On {date} I was charged twice for one order, {sum} each time. I have the bank statement. Please refund one of them.',
      'The payment failed at first, I pressed again, and now {sum} was taken twice on {date}.',
    ],
    answers: [
      'The second payment was never confirmed; the bank only holds it and lets it go within three days.',
      'You are right about the second charge. We sent the refund of {sum} today, to the same card.',
    ],
    tag: 'refund',
  },
  {
    about: 'payment/refund-missing',
    weight: 8,
    hasOrder: true,
    tellings: [
      'I returned the {product} on {date} and still have no refund. How much longer?',
      'I cancelled an order of {sum} on {date}. The money has not come back, and the bank knows of no refunds.',
      'For the returned {product} I was promised {sum} by {date}. Nothing has arrived.',
    ],
    question: {
      asked:
        'Please write the last four digits of the card you expect the money on. We do not need the whole number.',
      told: 'It ends in 4821.',
    },
    note: '// Accounting: the refund bounced off a closed account, sent again.',
    answers: [
      'We have sent the refund of {sum} again; the bank needs one to three days. You will get the reference as well.',
      'The money went back to the card you paid with. Please look at the statement for {date}.',
    ],
    tag: 'refund',
  },
  {
    about: 'payment/promo-code',
    weight: 4,
    hasOrder: false,
    tellings: [
      'The promo code AUTUMN15 from your mail does not work: “expired”, though the mail says until the end of the month.',
      'The promo code is not accepted for the {product}, although it is on the page of the sale.',
    ],
    answers: [
      'The code is mended, please try again: the discount shows in the cart.',
      'That code was for one order and has been used. Here is a new one for 10%, good until the end of the month.',
    ],
  },
  {
    about: 'payment/receipt',
    weight: 3,
    hasOrder: true,
    tellings: [
      'I need the receipt of the {product} for the warranty, it never came by mail.',
      'Please send the invoice of this order, our accountants ask for it.',
    ],
    answers: [
      'We have mailed the receipt again, please look into the spam folder, too.',
      'The invoice is in your account, on the page of the order.',
    ],
  },
  {
    about: 'payment/bonuses',
    weight: 3,
    hasOrder: true,
    tellings: [
      'I got no points for the {product}, and that was a week ago.',
      'My points expired too early: there were 640, now there are none.',
    ],
    answers: [
      'We added 320 points, they are there already.',
      'Your points are back and good for another six months.',
    ],
  },
]
