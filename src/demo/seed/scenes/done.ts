import type { Scene } from './scene.ts'

/** Answered, resolved, rated. */
export const DONE: readonly Scene[] = [
  {
    ...{ customer: 0, about: 'return/damaged', order: '48120771-0001', filedAgo: 50 * 60 },
    photos: ['box', 'mug', 'label'],
    text: {
      ru: 'Вчера получила кружку: по корпусу идёт трещина, коробка помята с угла. Прошу обмен или возврат денег.',
      en: 'The mug came yesterday with a crack in it, the box is dented at a corner. I would like an exchange or a refund.',
    },
    steps: [
      { ago: 49 * 60 + 10, by: 'agent', agent: 0, commands: '/take' },
      {
        ...{ ago: 49 * 60 + 5, by: 'agent', agent: 0 },
        says: {
          ru: 'Марина, здравствуйте! Жаль, что так вышло. Такая же кружка есть на складе: обменять или вернуть деньги?',
          en: 'Hello Martha, sorry about that. We have the same mug in the warehouse: shall we exchange it, or send the money back?',
        },
      },
      {
        ...{ ago: 48 * 60, by: 'customer' },
        says: { ru: 'Лучше обмен, она подарок.', en: 'An exchange please, it is a present.' },
      },
      {
        ...{ ago: 47 * 60, by: 'agent', agent: 0, shows: 'mug' },
        says: {
          ru: 'Вот ваша новая, проверили перед отправкой. Курьер привезёт её завтра с 10 до 14.',
          en: 'Here is your new one, we checked it before packing. The courier brings it tomorrow between 10 and 2.',
        },
      },
      { ago: 46 * 60, by: 'agent', agent: 0, commands: '/tag {damage}' },
      { ago: 28 * 60, by: 'agent', agent: 0, commands: '/resolve' },
      {
        ...{ ago: 25 * 60, by: 'customer', rates: 5 },
        says: { ru: 'Новая кружка уже дома, спасибо!', en: 'The new mug is here already, thank you!' },
      },
    ],
  },
  {
    ...{ customer: 1, about: 'payment/promo-code', order: null, photos: [], filedAgo: 45 * 60 },
    text: {
      ru: 'Промокод ОСЕНЬ15 не применяется: пишет, что срок истёк, хотя он до конца месяца.',
      en: 'The promo code AUTUMN15 is refused as expired, although it is good until the end of the month.',
    },
    steps: [
      {
        ...{ ago: 44 * 60, by: 'agent', agent: 1 },
        says: {
          ru: 'Здравствуйте, Игорь. Код исправили, попробуйте, пожалуйста, ещё раз.',
          en: 'Hello Isaac. The code is mended, please try it again.',
        },
      },
      { ago: 44 * 60 - 5, by: 'agent', agent: 1, commands: '/resolve' },
    ],
  },
  {
    ...{ customer: 2, about: 'delivery/late', order: '48120915-0001', photos: [], filedAgo: 40 * 60 },
    text: {
      ru: 'Торшер обещали привезти в среду, курьер не позвонил. Когда будет доставка?',
      en: 'The floor lamp was promised for Wednesday, and the courier never called. When will it be delivered?',
    },
    steps: [
      { ago: 39 * 60, by: 'agent', agent: 1, commands: '/take' },
      {
        ...{ ago: 39 * 60 - 10, by: 'agent', agent: 1 },
        says: {
          ru: '// Склад: машина сломалась, едет следующим рейсом.',
          en: '// Warehouse: the van broke down, it goes with the next one.',
        },
      },
      {
        ...{ ago: 38 * 60, by: 'agent', agent: 1 },
        says: {
          ru: 'Здравствуйте, Павел. Машина сломалась по дороге, торшер приедет сегодня до восьми вечера.',
          en: 'Hello Paul. The van broke down on its way, the lamp will be with you by eight tonight.',
        },
      },
      { ago: 28 * 60, by: 'agent', agent: 1, commands: '/resolve' },
      { ago: 27 * 60, by: 'customer', rates: 4, says: null },
    ],
  },
]
