import type { Words } from '../cases.ts'
import { CUSTOMERS_EN } from '../customers.ts'
import { DELIVERY } from './delivery.ts'
import { OTHER } from './other.ts'
import { PAYMENT } from './payment.ts'
import { RETURN } from './return.ts'

export const WORDS_EN: Words = {
  cases: [...DELIVERY, ...PAYMENT, ...RETURN, ...OTHER],
  greetings: ['Hello {name}.', 'Good afternoon, {name}.', 'Dear {name},'],
  thanks: [
    'Thank you, that is clear.',
    'Thanks, I will wait.',
    'Thank you for the quick answer.',
    'All right, agreed.',
  ],
  praise: [
    'Quick and to the point',
    'Thank you, solved within a day',
    'Polite, and I did not have to explain twice',
    'Great support',
  ],
  blame: [
    'I waited long for an answer',
    'It was solved, but I had to remind you',
    'The answers were not about my question',
  ],
  products: [
    'kettle',
    'iron',
    'backpack',
    'floor lamp',
    'blender',
    'vacuum cleaner',
    'suitcase',
    'heater',
  ].map((name) => ({ name, of: name })),
  places: ['in Forest Lane', 'in Garden Street', 'at the station', 'in Market Road', 'by the river'],
  days: ['on Monday', 'on Tuesday', 'on Wednesday', 'on Thursday', 'on Friday', 'on Saturday'],
  currency: (amount) => `£${(amount / 100).toFixed(2)}`,
  customers: CUSTOMERS_EN,
}
