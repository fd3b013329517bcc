import type { Scene } from './scene.ts'

/** Taken by somebody: asked back, looked into, merged. */
export const IN_WORK: readonly Scene[] = [
  {
    ...{
      customer: 3,
      about: 'payment/refund-missing',
      order: '48119002-0001',
      photos: [],
      filedAgo: 30 * 60,
    },
    text: {
      ru: 'Сдала пылесос 12 ноября, сумма 8 990 ₽, а возврата денег до сих пор нет. Банк говорит, что не поступало.',
      en: 'I returned the vacuum cleaner on 12 November, it was £89.90, and the refund is not here. My bank has seen nothing.',
    },
    steps: [
      { ago: 29 * 60, by: 'agent', agent: 2, commands: '/take' },
      {
        ...{ ago: 29 * 60 - 5, by: 'agent', agent: 2 },
        says: {
          ru: '/pending Светлана, здравствуйте. Напишите, пожалуйста, последние четыре цифры карты: проверим возврат в банке.',
          en: '/pending Hello Stella. Please write the last four digits of your card: we will look for the refund at the bank.',
        },
      },
    ],
  },
  {
    ...{ customer: 4, about: 'delivery/tracking', order: '48121440-0001', photos: [], filedAgo: 20 * 60 },
    text: {
      ru: 'Четвёртый день статус посылки не меняется, чемодан нужен к субботе.',
      en: 'The tracking has not moved for four days, and I need the suitcase by Saturday.',
    },
    steps: [
      { ago: 19 * 60, by: 'agent', agent: 1, commands: '/take' },
      {
        ...{ ago: 18 * 60, by: 'agent', agent: 1 },
        says: {
          ru: 'Здравствуйте, Денис. Ищем посылку вместе с перевозчиком, напишем сегодня.',
          en: 'Hello Dennis. We are looking for the parcel with the carrier and will write today.',
        },
      },
    ],
  },
  {
    ...{ customer: 4, about: 'delivery/late', order: '48121440-0001', photos: [], filedAgo: 16 * 60 },
    text: {
      ru: 'Пишу ещё раз про чемодан: его так и не привезли, а суббота всё ближе.',
      en: 'Writing again about the suitcase: it is still not here, and Saturday is near.',
    },
    steps: [{ ago: 15 * 60, by: 'agent', agent: 1, commands: '/merge {number}' }],
  },
  {
    ...{ customer: 5, about: 'return/defect', order: '48118377-0002', photos: ['lamp'], filedAgo: 14 * 60 },
    text: {
      ru: 'Лампа через неделю перестала включаться, розетку проверила. Хочу возврат.',
      en: 'After a week the lamp does not switch on any more, the socket is fine. I want to return it.',
    },
    steps: [
      { ago: 13 * 60, by: 'agent', agent: 3, commands: '/take' },
      { ago: 13 * 60 - 5, by: 'agent', agent: 3, commands: '/tag {fault}' },
    ],
  },
]
