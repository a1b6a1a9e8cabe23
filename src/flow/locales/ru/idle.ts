import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Вы ещё здесь?',
  text: {
    one: 'Для защиты ваших данных сеанс завершится через {count} минуту.',
    few: 'Для защиты ваших данных сеанс завершится через {count} минуты.',
    many: 'Для защиты ваших данных сеанс завершится через {count} минут.',
    other: 'Для защиты ваших данных сеанс завершится через {count} минуты.',
  },
  kept: 'Всё уже сделанное сохранено.',
  stay: 'Продолжить',
  extended: 'Теперь у вас больше времени.',
} satisfies Translated<typeof en>;
