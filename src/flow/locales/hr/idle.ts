import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Jeste li još tu?',
  text: {
    one: 'Radi zaštite vaših podataka ova sesija završava za {count} minutu.',
    few: 'Radi zaštite vaših podataka ova sesija završava za {count} minute.',
    other: 'Radi zaštite vaših podataka ova sesija završava za {count} minuta.',
  },
  kept: 'Sve dosadašnje je sačuvano.',
  stay: 'Nastavi',
  extended: 'Sada imate više vremena.',
} satisfies Translated<typeof en>;
