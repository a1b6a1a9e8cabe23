import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Bent u er nog?',
  text: {
    one: 'Om uw gegevens te beschermen eindigt deze sessie over {count} minuut.',
    other: 'Om uw gegevens te beschermen eindigt deze sessie over {count} minuten.',
  },
  kept: 'Alles wat u hebt gedaan, blijft bewaard.',
  stay: 'Doorgaan',
  extended: 'U hebt nu meer tijd.',
} satisfies Translated<typeof en>;
