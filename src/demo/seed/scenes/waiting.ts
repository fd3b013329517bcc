import type { Scene } from './scene.ts'

const DAY = 24 * 60

/** Hardly begun: new, near the promise or past it. */
export const WAITING: readonly Scene[] = [
  {
    ...{ customer: 6, about: 'return/wrong-item', order: '48120030-0001', filedAgo: DAY + 90 },
    photos: ['label', 'box'],
    text: {
      ru: 'Заказывал серый рюкзак, в коробке оказался зелёный. Этикетка и упаковка на фото.',
      en: 'I ordered a grey backpack and found a green one in the box. Label and packaging are on the photos.',
    },
    steps: [],
  },
  {
    ...{ customer: 7, about: 'return/incomplete', order: '48121811-0001', photos: ['box'], filedAgo: 5 * 60 },
    text: {
      ru: 'В заказе было три товара, в коробке только два: не хватает блендера.',
      en: 'I ordered three things, and there are only two in the box: the blender is missing.',
    },
    steps: [],
  },
  {
    ...{ customer: 9, about: 'delivery/no-courier', order: '48121650-0001', photos: [], filedAgo: 160 },
    text: {
      ru: 'Курьер должен был приехать с 12 до 16, не приехал и не позвонил. Жду дома с двумя детьми.',
      en: 'The courier was due between 12 and 4, did not come and did not call. I am waiting at home with two children.',
    },
    steps: [],
  },
  {
    ...{
      customer: 8,
      about: 'payment/charged-twice',
      order: '48121977-0001',
      photos: ['label'],
      filedAgo: 95,
    },
    text: {
      ru: 'Сегодня деньги за заказ списали дважды, по 3 490 ₽. Верните, пожалуйста, лишнее.',
      en: 'Today I was charged twice for one order, £34.90 each time. Please refund one of them.',
    },
    steps: [],
  },
  {
    ...{ customer: 11, about: 'other/product-question', order: null, photos: [], filedAgo: 60 },
    text: {
      ru: 'Подскажите, какая гарантия на обогреватель и где его чинят? Артикул 70815.',
      en: 'How long is the warranty on the heater, and where is it repaired? The article is 70815.',
    },
    steps: [
      { ago: 45, by: 'agent', agent: 3, commands: '/take' },
      {
        ...{ ago: 44, by: 'agent', agent: 3 },
        says: {
          ru: 'Здравствуйте, Жанна. Гарантия два года, мастерская есть в вашем городе. Прислать адрес?',
          en: 'Hello Jane. It is two years, and there is a workshop in your town. Shall I send the address?',
        },
      },
      {
        ...{ ago: 30, by: 'customer' },
        says: { ru: 'Да, пришлите, пожалуйста.', en: 'Yes please, send it.' },
      },
    ],
  },
  {
    ...{ customer: 10, about: 'other/account', order: null, photos: [], filedAgo: 12 },
    text: {
      ru: 'Не могу войти в личный кабинет: код из СМС не приходит уже второй час.',
      en: 'I cannot sign in to my account: no code has come for more than an hour.',
    },
    steps: [],
  },
]
