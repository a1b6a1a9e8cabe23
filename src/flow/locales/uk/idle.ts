import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Ви ще тут?',
  text: {
    one: 'Для захисту ваших даних сеанс завершиться через {count} хвилину.',
    few: 'Для захисту ваших даних сеанс завершиться через {count} хвилини.',
    many: 'Для захисту ваших даних сеанс завершиться через {count} хвилин.',
    other: 'Для захисту ваших даних сеанс завершиться через {count} хвилини.',
  },
  kept: 'Усе вже зроблене збережено.',
  stay: 'Продовжити',
  extended: 'Тепер у вас більше часу.',
} satisfies Translated<typeof en>;
