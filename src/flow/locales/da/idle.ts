import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Er du der stadig?',
  text: {
    one: 'For at beskytte dine data slutter denne session om {count} minut.',
    other: 'For at beskytte dine data slutter denne session om {count} minutter.',
  },
  kept: 'Alt, du har gjort indtil nu, er gemt.',
  stay: 'Fortsæt',
  extended: 'Du har mere tid nu.',
} satisfies Translated<typeof en>;
