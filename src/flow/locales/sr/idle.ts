import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Да ли сте још ту?',
  text: {
    one: 'Ради заштите ваших података ова сесија се завршава за {count} минут.',
    few: 'Ради заштите ваших података ова сесија се завршава за {count} минута.',
    other: 'Ради заштите ваших података ова сесија се завршава за {count} минута.',
  },
  kept: 'Све досадашње је сачувано.',
  stay: 'Настави',
  extended: 'Сада имате више времена.',
} satisfies Translated<typeof en>;
