import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: 'Готово, дякуємо',
  successText: 'Це все. Тепер можна повернутися.',
  reviewTitle: 'Дякуємо, ми все отримали',
  reviewText: 'Дані перевірить працівник. {requester} повідомить вам результат; чекати тут не потрібно.',
  successReturn: 'Повернутися на сайт {requester}',
  successReturning: 'Повертаємо вас на сайт {requester}',
  successClose: 'Закрити',
  successMayClose: 'Тепер цю сторінку можна закрити.',
  failedTitle: 'Завершити перевірку не вдалося',
  failedText: 'Ось що завадило:',
  failedTextPlain: '{requester} підкаже, що робити далі.',
  failedNext: 'Якщо потрібна допомога, зверніться до компанії {requester}.',
  restart: 'Почати знову',
  expiredTitle: 'Термін цієї перевірки минув',
  expiredText: 'Задля вашої безпеки вона відкрита обмежений час. Поверніться на сайт {requester} і почніть знову.',
  expiredTextPlain:
    'Задля вашої безпеки вона відкрита обмежений час. Поверніться туди, звідки перейшли, і почніть знову.',
} satisfies Translated<typeof en>;
