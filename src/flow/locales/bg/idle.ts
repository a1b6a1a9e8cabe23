import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Още ли сте тук?',
  text: {
    one: 'За да пазим данните ви, тази сесия приключва след {count} минута.',
    other: 'За да пазим данните ви, тази сесия приключва след {count} минути.',
  },
  kept: 'Направеното досега се запазва.',
  stay: 'Продължаване',
  extended: 'Вече имате повече време.',
} satisfies Translated<typeof en>;
