import type { Words } from '../cases.ts'
import { CUSTOMERS_RU } from '../customers.ts'
import { DELIVERY } from './delivery.ts'
import { OTHER } from './other.ts'
import { PAYMENT } from './payment.ts'
import { RETURN } from './return.ts'

export const WORDS_RU: Words = {
  cases: [...DELIVERY, ...PAYMENT, ...RETURN, ...OTHER],
  greetings: ['Здравствуйте, {name}.', 'Добрый день, {name}.', '{name}, здравствуйте.'],
  thanks: ['Спасибо, всё понятно.', 'Благодарю, жду.', 'Спасибо за быстрый ответ.', 'Хорошо, договорились.'],
  praise: [
    'Быстро и по делу',
    'Спасибо, всё решили за день',
    'Вежливо, и не пришлось ничего объяснять дважды',
    'Отличная поддержка',
  ],
  blame: [
    'Долго ждал{а} ответа',
    'Вопрос решили, но пришлось напоминать',
    'Отвечали не на то, о чём я спрашивал{а}',
  ],
  products: [
    { name: 'чайник', of: 'чайника' },
    { name: 'утюг', of: 'утюга' },
    { name: 'рюкзак', of: 'рюкзака' },
    { name: 'торшер', of: 'торшера' },
    { name: 'блендер', of: 'блендера' },
    { name: 'пылесос', of: 'пылесоса' },
    { name: 'чемодан', of: 'чемодана' },
    { name: 'обогреватель', of: 'обогревателя' },
  ],
  places: ['на Лесной', 'на Садовой', 'у метро «Сокол»', 'на проспекте Мира', 'на Речной'],
  days: ['в понедельник', 'во вторник', 'в среду', 'в четверг', 'в пятницу', 'в субботу'],
  currency: (amount) => `${amount.toLocaleString('ru-RU')} ₽`,
  customers: CUSTOMERS_RU,
}
