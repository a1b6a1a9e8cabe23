import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Ste še tu?',
  text: {
    one: 'Zaradi varnosti vaših podatkov se ta seja konča čez {count} minuto.',
    two: 'Zaradi varnosti vaših podatkov se ta seja konča čez {count} minuti.',
    few: 'Zaradi varnosti vaših podatkov se ta seja konča čez {count} minute.',
    other: 'Zaradi varnosti vaših podatkov se ta seja konča čez {count} minut.',
  },
  kept: 'Dosedanji koraki so shranjeni.',
  stay: 'Nadaljuj',
  extended: 'Zdaj imate več časa.',
} satisfies Translated<typeof en>;
