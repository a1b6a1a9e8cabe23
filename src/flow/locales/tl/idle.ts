import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Nariyan pa po ba kayo?',
  text: {
    one: 'Para ligtas ang inyong data, matatapos ang session na ito sa loob ng {count} minuto.',
    other: 'Para ligtas ang inyong data, matatapos ang session na ito sa loob ng {count} minuto.',
  },
  kept: 'Naka-save ang lahat ng nagawa na ninyo.',
  stay: 'Ituloy',
  extended: 'May dagdag na oras na kayo.',
} satisfies Translated<typeof en>;
